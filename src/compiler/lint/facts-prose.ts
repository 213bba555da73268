import type { Facts } from '#model/facts.ts';
import { type Locale, LOCALES } from '#paths';

/** One sentence, or some, of the facts in one language. */
export interface FactsProse {
  /** The language last. */
  path: readonly PropertyKey[];
  value: string;
}

/** Every sentence of the facts in one locale, in their order. */
export function factsProse(facts: Facts, locale: Locale): FactsProse[] {
  const found: FactsProse[] = [];
  const collect = (value: unknown, path: readonly PropertyKey[]): void => {
    if (Array.isArray(value)) for (const [index, inner] of value.entries()) collect(inner, [...path, index]);
    else if (typeof value === 'object' && value !== null)
      for (const [key, inner] of Object.entries(value)) {
        if (key === locale && typeof inner === 'string') found.push({ path: [...path, key], value: inner });
        else if (!(LOCALES as readonly string[]).includes(key)) collect(inner, [...path, key]);
      }
  };
  collect(facts, []);
  return found;
}
