import type { ComponentProps } from 'react';
import { translator } from '#ui/messages.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import type { Locale } from '#paths';
import { Field } from '#ui/field.tsx';
import { errorSentence } from './error-sentence.ts';

interface TextFieldProps extends Omit<ComponentProps<typeof Field>, 'error' | 'errorWord'> {
  locale: Locale;
  errors: FieldErrors;
}

/** A field with its own error, if the form came back with one. */
export function TextField({ locale, errors, ...field }: TextFieldProps) {
  const key = errors[field.name];
  return (
    <Field spellCheck={false} {...field} {...(key !== undefined && { error: errorSentence(locale, key), errorWord: translator(locale)('page.errorWord') })} />
  );
}
