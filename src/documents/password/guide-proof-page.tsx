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
import { SendCodeForm } from './send-code-form.tsx';
import { TextField } from '#documents/forms/text-field.tsx';

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
  const asked = byMail ? ['code'] : ['password'];
  const common = { t, errors, required: true, dir: 'ltr' };
  const title = t(byMail ? (guide.codeSent ? 'guide.proof.codeTitle' : 'guide.proof.sendTitle') : 'guide.proof.title');
  return (
    <GuideStep
      frame={frame}
      step={2}
      title={title}
      back={paths.password(locale)}
      invalid={Object.keys(errors).length > 0}
      errors={<FormErrors t={t} errors={errors} order={byMail && !guide.codeSent ? [] : asked} />}
    >
      {notice && <Notice>{t.rich('guide.proof.sent', { email, minutes })}</Notice>}
      <p>{t(byMail ? 'guide.proof.whyMail' : 'guide.proof.whyPassword')}</p>
      {byMail && !guide.codeSent && (
        <>
          <p>{t.rich('guide.proof.sendTo', { email, minutes })}</p>
          <SendCodeForm i18n={frame} again={false} />
        </>
      )}
      {(!byMail || guide.codeSent) && (
        <form method="post" action={paths.passwordProof(locale)} noValidate>
          <input type="hidden" name="proof" value={guide.proof} />
          {!byMail && <PasswordOwner email={guide.email} />}
          {byMail ? (
            <TextField
              {...common}
              name="code"
              inputMode="numeric"
              autoComplete="one-time-code"
              label={t('field.code')}
              hint={t.rich('guide.proof.codeHint', { email, minutes })}
            />
          ) : (
            <TextField {...common} name="password" type="password" autoComplete="current-password" label={t('field.currentPassword')} />
          )}
          <p className="actions submit">
            <button className="btn" type="submit">
              {t('guide.continue')}
            </button>
          </p>
        </form>
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
