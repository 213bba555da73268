import type { Locale } from '#paths';
import type { FactsField } from './field-tree.ts';

/** Stands for what is still to be written; no field takes it. */
export const TODO = 'TODO';

/** One more item of a list: everything that it must have, still to be written. */
export function newItem(field: FactsField, locales: readonly Locale[]): unknown {
  if (field.kind === 'group')
    return Object.fromEntries(field.fields.filter((named) => !named.field.optional).map(({ name, field: inner }) => [name, newItem(inner, locales)]));
  if (field.kind === 'list') return [];
  return field.kind === 'sentence' ? Object.fromEntries(locales.map((locale) => [locale, TODO])) : TODO;
}
