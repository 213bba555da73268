import { translator } from '#ui/messages.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import type { Locale } from '#paths';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { errorSentence } from './error-sentence.ts';

interface FormErrorsProps {
  locale: Locale;
  errors: FieldErrors;
  /** The form's fields from top to bottom; what belongs to none of them comes last, without a link. */
  order: readonly string[];
}

export function FormErrors({ locale, errors, order }: FormErrorsProps) {
  const known = order.flatMap((field) => (errors[field] === undefined ? [] : [{ field, key: errors[field] }]));
  const rest = Object.entries(errors).flatMap(([field, key]) => (order.includes(field) ? [] : [{ field: null, key }]));
  const lines = [...known, ...rest].map(({ field, key }) => ({ field, message: errorSentence(locale, key) }));
  return <ErrorSummary title={translator(locale)('error.title')} errors={lines} />;
}
