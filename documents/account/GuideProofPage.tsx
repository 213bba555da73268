import { t } from '#documents/messages.ts';
import type { GuideView } from '#domain/accounts/account-view.ts';
import { CODE_TTL_MS } from '#domain/accounts/one-time-code.ts';
import type { FieldErrors } from '#domain/errors.ts';
import { paths } from '#paths';
import { FormErrors } from './FormErrors.tsx';
import type { Frame } from './frame.ts';
import { GuideStep } from './GuideStep.tsx';
import { maskEmail } from './mask-email.ts';
import { NoMail } from './NoMail.tsx';
import { Notice } from './Notice.tsx';
import { PasswordOwner } from './PasswordOwner.tsx';
import { SendCodeForm } from './SendCodeForm.tsx';
import { TextField } from './TextField.tsx';

interface GuideProofPageProps {
  frame: Frame;
  guide: GuideView;
  errors: FieldErrors;
  notice: 'code_sent' | null;
}

/** Step 2: that the account is this person's. */
export function GuideProofPage({ frame, guide, errors, notice }: GuideProofPageProps) {
  const { locale } = frame;
  const say = t(locale);
  const byMail = guide.proof === 'email_code';
  const email = (
    <b key="email">
      <bdi dir="ltr">{maskEmail(guide.email)}</bdi>
    </b>
  );
  const minutes = CODE_TTL_MS / 60_000;
  const asked = byMail ? ['code'] : ['password'];
  const common = { locale, errors, required: true, dir: 'ltr' };
  const title = say(byMail ? (guide.codeSent ? 'guide.proof.codeTitle' : 'guide.proof.sendTitle') : 'guide.proof.title');
  return (
    <GuideStep
      frame={frame}
      step={2}
      title={title}
      back={paths.password(locale)}
      invalid={Object.keys(errors).length > 0}
      errors={<FormErrors locale={locale} errors={errors} order={byMail && !guide.codeSent ? [] : asked} />}
    >
      {notice && <Notice>{say.rich('guide.proof.sent', { email, minutes })}</Notice>}
      <p>{say(byMail ? 'guide.proof.whyMail' : 'guide.proof.whyPassword')}</p>
      {byMail && !guide.codeSent && (
        <>
          <p>{say.rich('guide.proof.sendTo', { email, minutes })}</p>
          <SendCodeForm locale={locale} again={false} />
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
              label={say('field.code')}
              hint={say.rich('guide.proof.codeHint', { email, minutes })}
            />
          ) : (
            <TextField {...common} name="password" type="password" autoComplete="current-password" label={say('field.currentPassword')} />
          )}
          <p className="actions submit">
            <button className="btn" type="submit">
              {say('guide.continue')}
            </button>
          </p>
        </form>
      )}
      {byMail && guide.codeSent && <SendCodeForm locale={locale} again />}
      {byMail ? (
        <NoMail frame={frame} />
      ) : (
        <p>
          <a href={paths.help(locale)}>{say('guide.proof.forgot')}</a>
        </p>
      )}
    </GuideStep>
  );
}
