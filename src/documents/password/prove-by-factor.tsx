import type { GuideView } from '#domain/password-change/read-guide.ts';
import { AskPasskeyForm } from '#documents/forms/ask-passkey-form.tsx';
import { FormField } from '#documents/forms/form-field.tsx';
import { proofByFactorForm } from '#model/forms/factors/proof-by-factor.ts';
import { askProofPasskeyForm } from '#model/forms/factors/proof-by-passkey.ts';
import { paths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { ProofForm } from './proof-form.tsx';
import type { GuideProofPageProps, ProofStep } from './proof-step.ts';

/** By a second factor, for who chose it: a code of one, or a passkey. */
export function proveByFactor({ frame, guide, errors }: GuideProofPageProps): ProofStep {
  const { locale, t } = frame;
  const { passkey, typed } = guide.factors;
  const body = (
    <>
      <p>{t('guide.proof.whyFactor')}</p>
      {typed && (
        <ProofForm form={proofByFactorForm} i18n={frame}>
          <FormField form={proofByFactorForm} name="code" t={t} errors={errors} hint={t('guide.proof.factorHint')} />
        </ProofForm>
      )}
      {passkey && <AskPasskeyForm form={askProofPasskeyForm} locale={locale} submit={t(typed ? 'confirm.byPasskey' : 'confirm.passkey.use')} />}
      <p>
        <a href={paths.passwordProof(locale)}>{t(guide.proof === 'current' ? 'guide.proof.byPassword' : 'guide.proof.byMail')}</a>
      </p>
    </>
  );
  return { title: t(typed ? 'guide.proof.factorTitle' : 'confirm.passkey.title'), form: proofByFactorForm, body };
}

/** The ways to a second factor instead, as far as the account has one. */
export function ByFactor({ guide: { factors }, i18n: { locale, t } }: { guide: GuideView; i18n: I18n }) {
  return (
    <>
      {factors.passkey && <AskPasskeyForm form={askProofPasskeyForm} locale={locale} submit={t('confirm.byPasskey')} />}
      {factors.typed && (
        <p>
          <a href={paths.passwordProof(locale, { by: 'factor' })}>{t('guide.proof.byFactor')}</a>
        </p>
      )}
    </>
  );
}
