import type { GuideView } from '#domain/password-change/read-guide.ts';
import { FormField } from '#documents/forms/form-field.tsx';
import { proofByFactorForm } from '#model/forms/factors/proof-by-factor.ts';
import { paths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { ProofForm } from './proof-form.tsx';
import type { GuideProofPageProps, ProofStep } from './proof-step.ts';

/** By a code of a second factor, for who chose it. */
export function proveByFactor({ frame, guide, errors }: GuideProofPageProps): ProofStep {
  const { locale, t } = frame;
  const body = (
    <>
      <p>{t('guide.proof.whyFactor')}</p>
      <ProofForm form={proofByFactorForm} i18n={frame}>
        <FormField form={proofByFactorForm} name="code" t={t} errors={errors} hint={t('guide.proof.factorHint')} />
      </ProofForm>
      <p>
        <a href={paths.passwordProof(locale)}>{t(guide.proof === 'current' ? 'guide.proof.byPassword' : 'guide.proof.byMail')}</a>
      </p>
    </>
  );
  return { title: t('guide.proof.factorTitle'), form: proofByFactorForm, body };
}

/** The way to a second factor instead, where the account has one whose code can be typed. */
export function ByFactor({ guide, i18n: { locale, t } }: { guide: GuideView; i18n: I18n }) {
  if (!guide.byFactor) return null;
  return (
    <p>
      <a href={paths.passwordProof(locale, { by: 'factor' })}>{t('guide.proof.byFactor')}</a>
    </p>
  );
}
