import { t } from '#documents/messages.ts';
import type { FieldErrors } from '#domain/errors.ts';
import { paths } from '#paths';
import { Page } from '#ui/Page.tsx';
import { FormErrors } from './FormErrors.tsx';
import type { Frame } from './frame.ts';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { TextField } from './TextField.tsx';

/** The first sign-in here: with a code instead of a password. */
export function EnrolPage({ frame, email, errors }: { frame: Frame; email: string; errors: FieldErrors }) {
  const { locale } = frame;
  const say = t(locale);
  const common = { locale, errors, required: true, dir: 'ltr' };
  return (
    <Page {...frame} t={say} title={say('enrol.title')} current="account" invalid={Object.keys(errors).length > 0}>
      <div className="one">
        <FormErrors locale={locale} errors={errors} order={['email', 'code', 'next', 'confirm']} />
        <p className="meta">
          <a href={paths.signIn(locale)}>{say('guide.back')}</a>
        </p>
        <h1>{say('enrol.title')}</h1>
        <p>{say('enrol.why')}</p>
        <form method="post" action={paths.enrol(locale)} noValidate>
          <TextField {...common} name="email" type="email" autoComplete="username" label={say('field.email')} defaultValue={email} />
          <TextField {...common} name="code" autoCapitalize="characters" autoComplete="one-time-code" label={say('field.code')} hint={say('enrol.codeHint')} />
          <NewPasswordFields locale={locale} errors={errors} />
          <p className="actions submit">
            <button className="btn" type="submit">
              {say('enrol.submit')}
            </button>
          </p>
        </form>
        <p>
          <a href={paths.help(locale)}>{say('signIn.help')}</a>
        </p>
      </div>
    </Page>
  );
}
