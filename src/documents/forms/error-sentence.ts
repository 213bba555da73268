import { MESSAGES, message } from '#ui/messages.ts';
import { MIN_PASSWORD_CHARACTERS } from '#domain/credentials/password/password-policy.ts';
import type { Locale } from '#paths';

/** The sentence for a key of FieldErrors; a general one for a key that has none. */
export function errorSentence(locale: Locale, key: string): string {
  const named = `error.${key}`;
  return message(locale, MESSAGES[locale].has(named) ? named : 'error.other', { n: MIN_PASSWORD_CHARACTERS });
}
