import { CODE_TTL_MS } from '#domain/core/one-time-code.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import { FormField } from '#documents/forms/form-field.tsx';
import { NoMail } from '#documents/password/no-mail.tsx';
import { DoorPage } from '#documents/sign-in/door-page.tsx';
import { giveCodeForm } from '#model/forms/recovery/give-code.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { BackLink } from './back-link.tsx';

/** Asks for the code from the mail, in the same words whether or not one was sent. */
export function RecoverCodePage({ frame, errors }: { frame: Frame; errors: FieldErrors }) {
  const { locale, t } = frame;
  const after = (
    <>
      <p className="actions">
        <a className="btn q" href={paths.recover(locale)}>
          {t('guide.proof.sendAgain')}
        </a>
      </p>
      <NoMail frame={frame} />
    </>
  );
  return (
    <DoorPage
      frame={frame}
      title={t('guide.proof.codeTitle')}
      why={t('recover.code.sent', { minutes: CODE_TTL_MS / 60_000 })}
      submit={t('guide.continue')}
      form={giveCodeForm}
      errors={errors}
      before={<BackLink to={paths.recover(locale)} t={t} />}
      after={after}
      helpFollows
    >
      <FormField form={giveCodeForm} t={t} errors={errors} name="code" hint={t('recover.code.hint')} />
    </DoorPage>
  );
}
