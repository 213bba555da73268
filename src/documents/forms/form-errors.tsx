import type { Translate } from '#ui/translate.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import type { Form } from '#model/forms/form.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { errorSentence } from './error-sentence.ts';

interface FormErrorsProps {
  t: Translate;
  errors: FieldErrors;
  form: Form;
}

/** What is wrong, by the form's fields from top to bottom; what belongs to none that people see comes last, without a link. */
export function FormErrors({ t, errors, form }: FormErrorsProps) {
  const order = Object.keys(form.fields).filter((name) => 'label' in (form.fields[name] ?? {}));
  const known = order.flatMap((field) => (errors[field] === undefined ? [] : [{ field, key: errors[field] }]));
  const rest = Object.entries(errors).flatMap(([field, key]) => (order.includes(field) ? [] : [{ field: null, key }]));
  const lines = [...known, ...rest].map(({ field, key }) => ({ field, message: errorSentence(t, key) }));
  return <ErrorSummary title={t('error.title')} errors={lines} />;
}
