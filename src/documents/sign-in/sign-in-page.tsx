import type { FieldErrors } from '#domain/core/errors.ts';
import { paths } from '#paths';
import { DoorPage } from './door-page.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { Notice } from '#documents/shell/notice.tsx';
import { TextField } from '#documents/forms/text-field.tsx';

interface SignInPageProps {
  frame: Frame;
  email: string;
  errors: FieldErrors;
  /** Signing in leads to the password guide. */
  toGuide: boolean;
  notice: 'asked_again' | 'signed_out' | 'no_cookies' | null;
}

export function SignInPage({ frame, email, errors, toGuide, notice }: SignInPageProps) {
  const { locale, t, site } = frame;
  const common = { t, errors, required: true, dir: 'ltr' };
  const told = notice && <Notice>{t.rich(`signIn.notice.${notice}`, { host: <bdi key="host">{site.host}</bdi> })}</Notice>;
  const enrol = (
    <p>
      <a href={paths.enrol(locale)}>{t('signIn.enrol')}</a>
    </p>
  );
  return (
    <DoorPage
      frame={frame}
      title={t('signIn.title')}
      why={t('signIn.why')}
      submit={t('signIn.submit')}
      action={paths.signIn(locale, toGuide ? { to: 'password' } : {})}
      errors={errors}
      order={['email', 'password']}
      before={told}
      after={enrol}
    >
      <TextField {...common} name="email" type="email" autoComplete="username" label={t('field.email')} defaultValue={email} />
      <TextField {...common} name="password" type="password" autoComplete="current-password" label={t('field.password')} />
    </DoorPage>
  );
}
