import type { Translate } from '#ui/translate.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { errorSentence } from './error-sentence.ts';

interface FormErrorsProps {
  t: Translate;
  errors: FieldErrors;
  /** The form's fields from top to bottom; what belongs to none of them comes last, without a link. */
  order: readonly string[];
}

export function FormErrors({ t, errors, order }: FormErrorsProps) {
  const known = order.flatMap((field) => (errors[field] === undefined ? [] : [{ field, key: errors[field] }]));
  const rest = Object.entries(errors).flatMap(([field, key]) => (order.includes(field) ? [] : [{ field: null, key }]));
  const lines = [...known, ...rest].map(({ field, key }) => ({ field, message: errorSentence(t, key) }));
  return <ErrorSummary title={t('error.title')} errors={lines} />;
}
