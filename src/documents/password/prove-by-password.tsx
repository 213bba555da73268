import { paths } from '#paths';
import { FormField } from '#documents/forms/form-field.tsx';
import { PasswordOwner } from '#documents/forms/password-owner.tsx';
import { proofByPasswordForm } from '#model/forms/proof-by-password.ts';
import { ByFactor } from './prove-by-factor.tsx';
import { ProofForm } from './proof-form.tsx';
import type { GuideProofPageProps, ProofStep } from './proof-step.ts';

/** By the present password. */
export function proveByPassword({ frame, guide, errors }: GuideProofPageProps): ProofStep {
  const { locale, t } = frame;
  const body = (
    <>
      <p>{t('guide.proof.whyPassword')}</p>
      <ProofForm form={proofByPasswordForm} i18n={frame}>
        <PasswordOwner form={proofByPasswordForm} email={guide.email} />
        <FormField form={proofByPasswordForm} name="password" t={t} errors={errors} />
      </ProofForm>
      <ByFactor guide={guide} i18n={frame} />
      <p>
        <a href={paths.recover(locale)}>{t('guide.proof.forgot')}</a>
      </p>
    </>
  );
  return { title: t('guide.proof.title'), form: proofByPasswordForm, body };
}
