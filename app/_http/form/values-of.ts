import { Invalid } from '#domain/core/errors.ts';
import type { Fields, Form, FormValues } from '#model/forms/form.ts';
import { parseForm } from '#model/forms/parse-form.ts';

/** What a posted form holds. Throws Invalid with a sentence for each field that is wrong. */
export function valuesOf<F extends Fields>(form: Form<F>, body: URLSearchParams): FormValues<F> {
  const { values, errors } = parseForm(form, body);
  if (errors) throw new Invalid(errors);
  return values;
}
