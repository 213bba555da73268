import { stringify } from 'yaml';
import type { Facts } from '#model/facts.ts';
import { LOCALES } from '#paths';
import { FIELD_COMMENTS } from './field-comments.ts';

/** Facts as an `incident.yaml` holds them: every field in its order, each with a comment that says what goes there. */
export function factsSource(facts: Readonly<Record<string, unknown>>): string {
  return (Object.keys(FIELD_COMMENTS) as (keyof Facts)[]).map((field) => `# ${FIELD_COMMENTS[field]}\n${fieldSource(field, inOrder(facts[field]))}`).join('\n');
}

/** Languages in the product's order: a database keeps none. */
function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== 'object' || value === null) return value;
  const rank = (key: string) => (LOCALES as readonly string[]).indexOf(key);
  return Object.fromEntries(
    Object.entries(value)
      .sort(([a], [b]) => rank(a) - rank(b))
      .map(([key, inner]) => [key, inOrder(inner)]),
  );
}

/** One field. What may be left out stands there all the same, out of use. */
export function fieldSource(field: string, value: unknown): string {
  return value === undefined ? `# ${field}:\n` : stringify({ [field]: value }, { lineWidth: 0, aliasDuplicateObjects: false });
}
