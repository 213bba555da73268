import type { ReactNode } from 'react';
import type { I18n } from '#ui/i18n.ts';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import type { proofByCodeForm } from '#model/forms/proof-by-code.ts';
import type { proofByFactorForm } from '#model/forms/factors/proof-by-factor.ts';
import type { proofByPasswordForm } from '#model/forms/proof-by-password.ts';

interface ProofFormProps {
  form: typeof proofByCodeForm | typeof proofByFactorForm | typeof proofByPasswordForm;
  i18n: I18n;
  children: ReactNode;
}

/** One way to show whose account it is, and the button that goes on. */
export function ProofForm({ form, i18n: { locale, t }, children }: ProofFormProps) {
  return (
    <form method="post" action={form.path(locale)} noValidate>
      <HiddenField form={form} name="proof" value={form.fields.proof.schema.value} />
      {children}
      <p className="actions submit">
        <button className="btn" type="submit">
          {t('guide.continue')}
        </button>
      </p>
    </form>
  );
}
