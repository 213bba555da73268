import type { z } from 'zod';
import { factsSchema } from '#model/facts.ts';

/** A field of the facts as a form asks for it, as the schema of `incident.yaml` says it. */
export type FactsField = { optional: boolean } & (
  | { kind: 'group'; fields: readonly NamedField[] }
  /** `fixed`: as many items as the schema asks for. */
  | { kind: 'list'; item: FactsField; fixed: boolean }
  /** One a language. */
  | { kind: 'sentence'; lines: 'one' | 'many' }
  | { kind: 'choice'; options: readonly string[] }
  | { kind: 'yes_no' | 'instant' | 'number' | 'word' }
);
export type GroupField = FactsField & { kind: 'group' };

interface NamedField {
  name: string;
  field: FactsField;
}

type Node = z.core.$ZodTypes;

/** The whole form. */
export const FACTS_FIELDS = fieldOf(factsSchema, false) as GroupField;

function fieldOf(schema: z.core.$ZodType, optional: boolean): FactsField {
  const { def } = (schema as Node)._zod;
  switch (def.type) {
    case 'optional':
    case 'default':
      return fieldOf(def.innerType, true);
    case 'object':
      return { kind: 'group', optional, fields: Object.entries(def.shape).map(([name, inner]) => ({ name, field: fieldOf(inner, false) })) };
    case 'array':
      return { kind: 'list', optional, item: fieldOf(def.element, false), fixed: checksOf(def).includes('length_equals') };
    case 'record':
      // A title is cut at its ends, so that it stands in one line; a sentence stands as it is.
      return { kind: 'sentence', optional, lines: checksOf((def.valueType as Node)._zod.def).includes('overwrite') ? 'one' : 'many' };
    case 'enum':
      return { kind: 'choice', optional, options: Object.values(def.entries).map(String) };
    case 'boolean':
      return { kind: 'yes_no', optional };
    case 'number':
      return { kind: 'number', optional };
    case 'string':
      return { kind: 'format' in def && def.format === 'datetime' ? 'instant' : 'word', optional };
    default:
      throw new Error(`No field of a form takes a ${def.type}.`);
  }
}

function checksOf(def: { checks?: readonly z.core.$ZodCheck<never>[] | undefined }): string[] {
  return (def.checks ?? []).map((check) => check._zod.def.check);
}

/** The field at a path; null where the schema has none. */
export function fieldAt(path: readonly string[]): FactsField | null {
  return path.reduce<FactsField | null>((field, key) => {
    if (field?.kind === 'list') return /^(?:0|[1-9]\d{0,4})$/.test(key) ? field.item : null;
    return (field?.kind === 'group' && field.fields.find(({ name }) => name === key)?.field) || null;
  }, FACTS_FIELDS);
}
