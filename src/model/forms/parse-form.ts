import { z } from 'zod';
import type { Fields, Form, FormValues } from './form.ts';

/** More entries than any form of ours sends: no more are looked at. */
const MAX_ENTRIES = 100;

/** What no form of ours sends. */
const NOT_A_FORM = { form: 'not_a_form' };

/** What a form holds, or a field's name → the key of the sentence that says what is wrong with it; `form` for what belongs to none. */
export type ParsedForm<F extends Fields> = { values: FormValues<F>; errors: null } | { values: null; errors: Record<string, string> };

/** Reads a posted body by its form. Fields that the form does not have, and those that come twice without being meant to, are refused whole. */
export function parseForm<F extends Fields>(form: Pick<Form<F>, 'fields'>, body: URLSearchParams): ParsedForm<F> {
  if (body.size > MAX_ENTRIES) return { values: null, errors: NOT_A_FORM };
  for (const name of body.keys()) if (!Object.hasOwn(form.fields, name)) return { values: null, errors: NOT_A_FORM };

  const values: Record<string, unknown> = {};
  const errors: Record<string, string> = {};
  for (const [name, { schema }] of Object.entries(form.fields)) {
    const sent = body.getAll(name);
    const repeats = schema instanceof z.ZodArray;
    if (sent.length > 1 && !repeats) return { values: null, errors: NOT_A_FORM };
    const result = schema.safeParse(repeats ? sent : (sent[0] ?? ''));
    if (result.success) values[name] = result.data;
    else errors[name] = result.error.issues[0]?.message ?? 'other';
  }
  return Object.keys(errors).length > 0 ? { values: null, errors } : { values: values as FormValues<F>, errors: null };
}
