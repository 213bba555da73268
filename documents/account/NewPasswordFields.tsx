import { t } from '#documents/messages.ts';
import { MIN_PASSWORD_CHARACTERS } from '#domain/accounts/password-policy.ts';
import type { FieldErrors } from '#domain/errors.ts';
import type { Locale } from '#paths';
import { TextField } from './TextField.tsx';

/** A new password, and the same again. */
export function NewPasswordFields({ locale, errors }: { locale: Locale; errors: FieldErrors }) {
  const say = t(locale);
  const common = { locale, errors, type: 'password', autoComplete: 'new-password', required: true, dir: 'ltr' };
  return (
    <>
      <TextField {...common} name="next" label={say('field.next')} hint={say('field.nextHint', { n: MIN_PASSWORD_CHARACTERS })} />
      <TextField {...common} name="confirm" label={say('field.confirm')} />
    </>
  );
}
