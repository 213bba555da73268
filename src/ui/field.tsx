import type { ComponentProps, ReactNode } from 'react';

interface FieldProps extends Omit<ComponentProps<'input'>, 'id' | 'name' | 'children' | 'className'> {
  /** Also the id, to which the error summary links. */
  name: string;
  label: ReactNode;
  hint?: ReactNode;
  /** The sentence that says what is wrong and how to mend it. */
  error?: ReactNode;
  /** Said to screen readers before the error: "Error:". Needed with `error`. */
  errorWord?: string;
  /** Below the input, e.g. how strong a password is; read with the input. */
  feedback?: ReactNode;
  /** What password managers make a new password by (Apple's syntax, which others read too). */
  passwordrules?: string;
}

/** A label, what helps, what is wrong, and the input, tied together. */
export function Field({ name, label, hint, error, errorWord, feedback, type = 'text', ...input }: FieldProps) {
  const notes = [hint && `${name}-hint`, error && `${name}-error`, feedback && `${name}-feedback`].filter(Boolean).join(' ');
  return (
    <div className={error ? 'field bad' : 'field'}>
      <label htmlFor={name}>{label}</label>
      {hint && (
        <div className="hint" id={`${name}-hint`}>
          {hint}
        </div>
      )}
      {error && (
        <p className="err" id={`${name}-error`}>
          {errorWord && <span className="visually-hidden">{errorWord} </span>}
          {error}
        </p>
      )}
      <input {...input} type={type} id={name} name={name} {...(notes && { 'aria-describedby': notes })} {...(error && { 'aria-invalid': true })} />
      {feedback && (
        <div className="feedback" id={`${name}-feedback`}>
          {feedback}
        </div>
      )}
    </div>
  );
}
