import type { Facts } from '#model/facts.ts';
import type { Locale } from '#paths';

/** Every sentence of the facts in one locale. */
export function factsProse(facts: Facts, locale: Locale): string[] {
  const found: string[] = [];
  const collect = (value: unknown): void => {
    if (typeof value !== 'object' || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (key === locale && typeof inner === 'string') found.push(inner);
      else collect(inner);
    }
  };
  collect(facts);
  return found;
}
