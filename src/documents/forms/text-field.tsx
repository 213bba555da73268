import type { ComponentProps } from 'react';
import type { Translate } from '#ui/translate.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import { Field } from '#ui/field.tsx';
import { errorSentence } from './error-sentence.ts';

interface TextFieldProps extends Omit<ComponentProps<typeof Field>, 'error' | 'errorWord'> {
  t: Translate;
  errors: FieldErrors;
}

/** A field with its own error, if the form came back with one. */
export function TextField({ t, errors, ...field }: TextFieldProps) {
  const key = errors[field.name];
  return <Field spellCheck={false} {...field} {...(key !== undefined && { error: errorSentence(t, key), errorWord: t('page.errorWord') })} />;
}
