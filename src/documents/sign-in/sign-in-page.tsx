import type { FieldErrors } from '#domain/core/errors.ts';
import { AskPasskeyForm } from '#documents/forms/ask-passkey-form.tsx';
import { askPasskeyForm } from '#model/forms/sign-in-by-passkey.ts';
import { signInForm } from '#model/forms/sign-in.ts';
import { type Destination, paths } from '#paths';
import { DoorPage } from './door-page.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { Notice } from '#documents/shell/notice.tsx';
import { FormField } from '#documents/forms/form-field.tsx';

interface SignInPageProps {
  frame: Frame;
  email: string;
  errors: FieldErrors;
  /** Where signing in leads; null: to the account. */
  to: Destination | null;
  notice: 'asked_again' | 'signed_out' | 'no_cookies' | null;
}

export function SignInPage({ frame, email, errors, to, notice }: SignInPageProps) {
  const { locale, t, site } = frame;
  const common = { form: signInForm, t, errors };
  const told = notice && <Notice>{t.rich(`signIn.notice.${notice}`, { host: <bdi key="host">{site.host}</bdi> })}</Notice>;
  const after = (
    <>
      <AskPasskeyForm form={askPasskeyForm} locale={locale} submit={t('signIn.byPasskey')} />
      <p>
        <a href={paths.recover(locale)}>{t('signIn.forgot')}</a>
      </p>
      <p>
        <a href={paths.enrol(locale)}>{t('signIn.enrol')}</a>
      </p>
      <p>
        <a href={paths.takeBack(locale)}>{t('signIn.takeBack')}</a>
      </p>
    </>
  );
  return (
    <DoorPage
      frame={frame}
      title={t('signIn.title')}
      why={t('signIn.why')}
      submit={t('signIn.submit')}
      form={signInForm}
      action={paths.signIn(locale, to === null ? {} : { to })}
      errors={errors}
      before={told}
      after={after}
    >
      <FormField {...common} name="email" defaultValue={email} />
      <FormField {...common} name="password" />
    </DoorPage>
  );
}
