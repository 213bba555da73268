import type { GuideView } from '#domain/password-change/read-guide.ts';
import { CODE_TTL_MS } from '#domain/core/one-time-code.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import { paths } from '#paths';
import { FormErrors } from '#documents/forms/form-errors.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { GuideStep } from './guide-step.tsx';
import { maskEmail } from '#documents/words/mask-email.ts';
import { NoMail } from './no-mail.tsx';
import { Notice } from '#documents/shell/notice.tsx';
import { PasswordOwner } from '#documents/forms/password-owner.tsx';
import { ProofForm } from './proof-form.tsx';
import { SendCodeForm } from './send-code-form.tsx';
import { FormField } from '#documents/forms/form-field.tsx';
import { proofByCodeForm } from '#model/forms/proof-by-code.ts';
import { proofByPasswordForm } from '#model/forms/proof-by-password.ts';
import { sendCodeForm } from '#model/forms/send-code.ts';

interface GuideProofPageProps {
  frame: Frame;
  guide: GuideView;
  errors: FieldErrors;
  notice: 'code_sent' | null;
}

/** Step 2: that the account is this person's. */
export function GuideProofPage({ frame, guide, errors, notice }: GuideProofPageProps) {
  const { locale, t } = frame;
  const byMail = guide.proof === 'email_code';
  const email = (
    <b key="email">
      <bdi dir="ltr">{maskEmail(guide.email)}</bdi>
    </b>
  );
  const minutes = CODE_TTL_MS / 60_000;
  const form = byMail ? (guide.codeSent ? proofByCodeForm : sendCodeForm) : proofByPasswordForm;
  const title = t(byMail ? (guide.codeSent ? 'guide.proof.codeTitle' : 'guide.proof.sendTitle') : 'guide.proof.title');
  return (
    <GuideStep
      frame={frame}
      step={2}
      title={title}
      back={paths.password(locale)}
      invalid={Object.keys(errors).length > 0}
      errors={<FormErrors t={t} errors={errors} form={form} />}
    >
      {notice && <Notice>{t.rich('guide.proof.sent', { email, minutes })}</Notice>}
      <p>{t(byMail ? 'guide.proof.whyMail' : 'guide.proof.whyPassword')}</p>
      {byMail && !guide.codeSent && (
        <>
          <p>{t.rich('guide.proof.sendTo', { email, minutes })}</p>
          <SendCodeForm i18n={frame} again={false} />
        </>
      )}
      {byMail && guide.codeSent && (
        <ProofForm form={proofByCodeForm} i18n={frame}>
          <FormField form={proofByCodeForm} name="code" t={t} errors={errors} hint={t.rich('guide.proof.codeHint', { email, minutes })} />
        </ProofForm>
      )}
      {!byMail && (
        <ProofForm form={proofByPasswordForm} i18n={frame}>
          <PasswordOwner form={proofByPasswordForm} email={guide.email} />
          <FormField form={proofByPasswordForm} name="password" t={t} errors={errors} />
        </ProofForm>
      )}
      {byMail && guide.codeSent && <SendCodeForm i18n={frame} again />}
      {byMail ? (
        <NoMail frame={frame} />
      ) : (
        <p>
          <a href={paths.help(locale)}>{t('guide.proof.forgot')}</a>
        </p>
      )}
    </GuideStep>
  );
}
