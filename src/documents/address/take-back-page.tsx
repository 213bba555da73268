import type { FieldErrors } from '#domain/core/errors.ts';
import { CODE_TTL_MS } from '#domain/core/one-time-code.ts';
import { FormField } from '#documents/forms/form-field.tsx';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { Notice } from '#documents/shell/notice.tsx';
import { DoorPage } from '#documents/sign-in/door-page.tsx';
import { ADDRESS_KEPT_MS } from '#model/account/address-kept.ts';
import { askTakeBackForm } from '#model/forms/address/ask-take-back.ts';
import { takeBackForm } from '#model/forms/address/take-back.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';

interface TakeBackPageProps {
  frame: Frame;
  /** A code was asked for in this browser. */
  asked: boolean;
  email: string;
  errors: FieldErrors;
}

/** Takes a changed address back: first a code to the one of before, then that code and the password of before. It says the same of every address. */
export function TakeBackPage({ frame, asked, email, errors }: TakeBackPageProps) {
  const { locale, t } = frame;
  const title = t('takeBack.title');
  if (!asked) {
    const why = t('takeBack.why', { days: ADDRESS_KEPT_MS / 86_400_000 });
    return (
      <DoorPage frame={frame} title={title} why={why} submit={t('takeBack.ask')} form={askTakeBackForm} errors={errors}>
        <HiddenField form={askTakeBackForm} name="step" value="ask" />
        <FormField form={askTakeBackForm} t={t} errors={errors} name="email" defaultValue={email} />
      </DoorPage>
    );
  }
  const again = (
    <p>
      <a href={paths.takeBack(locale)}>{t('takeBack.again')}</a>
    </p>
  );
  return (
    <DoorPage
      frame={frame}
      title={title}
      why={t('takeBack.then')}
      submit={t('takeBack.submit')}
      form={takeBackForm}
      errors={errors}
      before={<Notice>{t('takeBack.sent', { minutes: CODE_TTL_MS / 60_000 })}</Notice>}
      after={again}
    >
      <HiddenField form={takeBackForm} name="step" value="take" />
      <FormField form={takeBackForm} t={t} errors={errors} name="code" />
      <FormField form={takeBackForm} t={t} errors={errors} name="password" hint={t('takeBack.passwordHint')} />
    </DoorPage>
  );
}
