import type { Facts } from '#model/facts.ts';

/** Whether the law of California says how a notice is headed: Civ. Code 1798.82. */
export function wants(facts: Facts | null): boolean {
  return facts?.markets.includes('US-CA') ?? false;
}
