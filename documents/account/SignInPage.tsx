import { t } from '#documents/messages.ts';
import type { FieldErrors } from '#domain/errors.ts';
import { paths } from '#paths';
import { Page } from '#ui/Page.tsx';
import { FormErrors } from './FormErrors.tsx';
import type { Frame } from './frame.ts';
import { Notice } from './Notice.tsx';
import { TextField } from './TextField.tsx';

interface SignInPageProps {
  frame: Frame;
  email: string;
  errors: FieldErrors;
  notice: 'asked_again' | 'signed_out' | 'no_cookies' | null;
}

export function SignInPage({ frame, email, errors, notice }: SignInPageProps) {
  const { locale, site } = frame;
  const say = t(locale);
  return (
    <Page {...frame} t={say} title={say('signIn.title')} current="account" invalid={Object.keys(errors).length > 0}>
      <div className="one">
        <FormErrors locale={locale} errors={errors} order={['email', 'password']} />
        {notice && <Notice>{say.rich(`signIn.notice.${notice}`, { host: <bdi key="host">{site.host}</bdi> })}</Notice>}
        <h1>{say('signIn.title')}</h1>
        <p>{say('signIn.why')}</p>
        <form method="post" action={paths.signIn(locale)} noValidate>
          <TextField
            locale={locale}
            errors={errors}
            name="email"
            type="email"
            autoComplete="username"
            label={say('field.email')}
            defaultValue={email}
            required
            dir="ltr"
          />
          <TextField
            locale={locale}
            errors={errors}
            name="password"
            type="password"
            autoComplete="current-password"
            label={say('field.password')}
            required
            dir="ltr"
          />
          <p className="actions submit">
            <button className="btn" type="submit">
              {say('signIn.submit')}
            </button>
          </p>
        </form>
        <p>
          <a href={paths.help(locale)}>{say('signIn.help')}</a>
        </p>
        <p>
          <a href={paths.enrol(locale)}>{say('signIn.enrol')}</a>
        </p>
      </div>
    </Page>
  );
}
