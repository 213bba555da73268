import { MIN_PASSWORD_CHARACTERS } from '#domain/credentials/password/password-policy.ts';
import { oneOf } from '#model/one-of.ts';
import type { Translate } from '#ui/translate.ts';

/** What a verb or a form says of a field and has a sentence of its own for. */
const NAMED = [
  'required',
  'email_missing',
  'email_invalid',
  'email_same',
  'password_missing',
  'code_missing',
  'sign_in_failed',
  'password_wrong',
  'password_not_of_then',
  'code_wrong',
  'password_short',
  'password_long',
  'password_common',
  'password_own_words',
  'password_guessable',
  'password_used_before',
  'password_breached',
  'password_mismatch',
  'passkey_refused',
  'passkey_late',
  'passkey_known',
  'passkeys_full',
  'factor_last',
  'factor_missing',
] as const;

/** The sentence for a key of FieldErrors; a general one for a key that has none. */
export function errorSentence(t: Translate, key: string): string {
  return t(`error.${oneOf(NAMED, key) ?? 'other'}`, { n: MIN_PASSWORD_CHARACTERS });
}
