import type { ComponentProps } from 'react';
import { t } from '#documents/messages.ts';
import type { FieldErrors } from '#domain/errors.ts';
import type { Locale } from '#paths';
import { Field } from '#ui/Field.tsx';
import { errorSentence } from './error-sentence.ts';

interface TextFieldProps extends Omit<ComponentProps<typeof Field>, 'error' | 'errorWord'> {
  locale: Locale;
  errors: FieldErrors;
}

/** A field with its own error, if the form came back with one. */
export function TextField({ locale, errors, ...field }: TextFieldProps) {
  const key = errors[field.name];
  return <Field spellCheck={false} {...field} {...(key !== undefined && { error: errorSentence(locale, key), errorWord: t(locale)('page.errorWord') })} />;
}
