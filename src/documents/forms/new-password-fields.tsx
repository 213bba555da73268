import type { Translate } from '#ui/translate.ts';
import { MAX_PASSWORD_BYTES, MIN_PASSWORD_CHARACTERS } from '#domain/credentials/password/password-policy.ts';
import type { Strength } from '#domain/credentials/password/password-strength.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import type { VisibleField } from '#model/forms/form.ts';
import { FormField } from './form-field.tsx';
import { PasswordFeedback } from './password-feedback.tsx';

interface NewPasswordFieldsProps {
  form: { fields: Record<'next' | 'confirm', VisibleField> };
  t: Translate;
  errors: FieldErrors;
  /** Of the password that came with the form, where it was judged. */
  strength: Strength | null;
}

/** Told to browsers and password managers too; what they let through is judged all the same. */
const BOUNDS = {
  minLength: MIN_PASSWORD_CHARACTERS,
  passwordrules: `minlength: ${MIN_PASSWORD_CHARACTERS}; maxlength: ${MAX_PASSWORD_BYTES}; allowed: unicode;`,
};

/**
 * A new password, and the same again. The main button is the strength check: what is weak is refused and told why, and nothing changes.
 * A button of its own would make people on a phone type a long secret a third time.
 */
export function NewPasswordFields({ form, t, errors, strength }: NewPasswordFieldsProps) {
  const common = { form, t, errors, ...BOUNDS };
  const feedback = Object.keys(errors).length > 0 && <PasswordFeedback strength={strength} t={t} />;
  return (
    <>
      <FormField {...common} name="next" hint={t('field.nextHint', { n: MIN_PASSWORD_CHARACTERS })} feedback={feedback} />
      <FormField {...common} name="confirm" />
    </>
  );
}
