import { CODE_TTL_MS } from '#domain/core/one-time-code.ts';
import { FormField } from '#documents/forms/form-field.tsx';
import { Notice } from '#documents/shell/notice.tsx';
import { maskEmail } from '#documents/words/mask-email.ts';
import { proofByCodeForm } from '#model/forms/proof-by-code.ts';
import { sendCodeForm } from '#model/forms/send-code.ts';
import { NoMail } from './no-mail.tsx';
import { ProofForm } from './proof-form.tsx';
import type { GuideProofPageProps, ProofStep } from './proof-step.ts';
import { SendCodeForm } from './send-code-form.tsx';

/** By a code that is sent on request, then typed here. */
export function proveByCode({ frame, guide, errors, notice }: GuideProofPageProps): ProofStep {
  const { t } = frame;
  const email = (
    <b key="email">
      <bdi dir="ltr">{maskEmail(guide.email)}</bdi>
    </b>
  );
  const minutes = CODE_TTL_MS / 60_000;
  if (guide.addressFresh) {
    const body = (
      <>
        <p>{t('guide.proof.addressFresh')}</p>
        <NoMail frame={frame} guide={guide} />
      </>
    );
    return { title: t('guide.proof.sendTitle'), form: sendCodeForm, body };
  }
  const body = (
    <>
      {notice && <Notice>{t.rich('guide.proof.sent', { email, minutes })}</Notice>}
      <p>{t('guide.proof.whyMail')}</p>
      {guide.codeSent ? (
        <ProofForm form={proofByCodeForm} i18n={frame}>
          <FormField form={proofByCodeForm} name="code" t={t} errors={errors} hint={t.rich('guide.proof.codeHint', { email, minutes })} />
        </ProofForm>
      ) : (
        <p>{t.rich('guide.proof.sendTo', { email, minutes })}</p>
      )}
      <SendCodeForm i18n={frame} again={guide.codeSent} />
      <NoMail frame={frame} guide={guide} />
    </>
  );
  return guide.codeSent ? { title: t('guide.proof.codeTitle'), form: proofByCodeForm, body } : { title: t('guide.proof.sendTitle'), form: sendCodeForm, body };
}
