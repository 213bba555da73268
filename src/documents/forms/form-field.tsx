import type { ReactNode } from 'react';
import type { FieldErrors } from '#domain/core/errors.ts';
import type { VisibleField } from '#model/forms/form.ts';
import { Field } from '#ui/field.tsx';
import type { Translate } from '#ui/translate.ts';
import { errorSentence } from './error-sentence.ts';

interface FormFieldProps<Name extends string> {
  form: { fields: Record<NoInfer<Name>, VisibleField> };
  name: Name;
  t: Translate;
  errors: FieldErrors;
  hint?: ReactNode;
  feedback?: ReactNode;
  defaultValue?: string;
  minLength?: number;
  passwordrules?: string;
}

/** A field as its form defines it, with its own error if the form came back with one. What people type here runs from left to right in every language. */
export function FormField<Name extends string>({ form, name, t, errors, ...more }: FormFieldProps<Name>) {
  const { label, input } = form.fields[name];
  const key = errors[name];
  const error = key === undefined ? {} : { error: errorSentence(t, key), errorWord: t('page.errorWord') };
  return <Field spellCheck={false} required dir="ltr" {...input} name={name} label={t(label)} {...more} {...error} />;
}
