import { z } from 'zod';
import type { HiddenField, VisibleField } from './form.ts';

/** In UTF-16 units. An address has 254 octets at most (RFC 5321 §4.5.3.1.3); some blanks around it are forgiven. */
export const MAX_EMAIL_LENGTH = 320;

/** In UTF-16 units. The policy takes as many bytes of the composed text, none of whose units is less than a byte: it is never cut off here. */
const MAX_PASSWORD_LENGTH = 1024;

/** In UTF-16 units: the longest code of ours has 24, however it is spaced. */
const MAX_CODE_LENGTH = 100;

export const emailField = {
  schema: z.string().min(1, 'email_missing').max(MAX_EMAIL_LENGTH, 'email_invalid'),
  label: 'field.email',
  input: { type: 'email', autoComplete: 'username' },
} as const satisfies VisibleField;

/** A code that people were sent or told, compared in the verb alone. */
export const codeSchema = z.string().min(1, 'code_missing').max(MAX_CODE_LENGTH, 'code_wrong');

/** A password that exists. One that is too long is a wrong one, in the words of `wrong`. */
export function presentPasswordSchema(wrong: 'sign_in_failed' | 'password_wrong' | 'password_not_of_then') {
  return z.string().min(1, 'password_missing').max(MAX_PASSWORD_LENGTH, wrong);
}

/** A new password; whether it will do is judged in the verb. */
export const nextField = {
  schema: z.string().min(1, 'password_missing').max(MAX_PASSWORD_LENGTH, 'password_long'),
  label: 'field.next',
  input: { type: 'password', autoComplete: 'new-password' },
} as const satisfies VisibleField;

/** The new password again. */
export const confirmField = {
  schema: z.string().max(MAX_PASSWORD_LENGTH, 'password_mismatch'),
  label: 'field.confirm',
  input: { type: 'password', autoComplete: 'new-password' },
} as const satisfies VisibleField;

/** Tells password managers whose password stands below; nobody reads what comes back. */
export const ownerField = { schema: z.string().max(MAX_EMAIL_LENGTH, 'not_a_form') } as const satisfies HiddenField;
