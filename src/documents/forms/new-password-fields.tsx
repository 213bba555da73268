import type { Translate } from '#ui/translate.ts';
import { MIN_PASSWORD_CHARACTERS } from '#domain/credentials/password/password-policy.ts';
import type { Strength } from '#domain/credentials/password/password-strength.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import { PasswordFeedback } from './password-feedback.tsx';
import { TextField } from './text-field.tsx';

interface NewPasswordFieldsProps {
  t: Translate;
  errors: FieldErrors;
  /** Of the password that came with the form, where it was judged. */
  strength: Strength | null;
}

/**
 * A new password, and the same again. The main button is the strength check: what is weak is refused and told why, and nothing changes.
 * A button of its own would make people on a phone type a long secret a third time.
 */
export function NewPasswordFields({ t, errors, strength }: NewPasswordFieldsProps) {
  const common = { t, errors, type: 'password', autoComplete: 'new-password', required: true, dir: 'ltr' };
  const feedback = Object.keys(errors).length > 0 && <PasswordFeedback strength={strength} t={t} />;
  return (
    <>
      <TextField {...common} name="next" label={t('field.next')} hint={t('field.nextHint', { n: MIN_PASSWORD_CHARACTERS })} feedback={feedback} />
      <TextField {...common} name="confirm" label={t('field.confirm')} />
    </>
  );
}
