import { t } from '#documents/messages.ts';
import type { Strength } from '#domain/accounts/password-strength.ts';
import type { FieldErrors } from '#domain/errors.ts';
import { paths } from '#paths';
import { DoorPage } from './DoorPage.tsx';
import type { Frame } from './frame.ts';
import { NewPasswordFields } from './NewPasswordFields.tsx';
import { TextField } from './TextField.tsx';

interface EnrolPageProps {
  frame: Frame;
  email: string;
  errors: FieldErrors;
  strength: Strength | null;
}

/** The first sign-in here: with a code instead of a password. */
export function EnrolPage({ frame, email, errors, strength }: EnrolPageProps) {
  const { locale } = frame;
  const say = t(locale);
  const common = { locale, errors, required: true, dir: 'ltr' };
  const back = (
    <p className="meta">
      <a href={paths.signIn(locale)}>{say('guide.back')}</a>
    </p>
  );
  return (
    <DoorPage frame={frame} messages="enrol" action={paths.enrol(locale)} errors={errors} order={['email', 'code', 'next', 'confirm']} before={back}>
      <TextField {...common} name="email" type="email" autoComplete="username" label={say('field.email')} defaultValue={email} />
      <TextField {...common} name="code" autoCapitalize="characters" autoComplete="one-time-code" label={say('field.code')} hint={say('enrol.codeHint')} />
      <NewPasswordFields locale={locale} errors={errors} strength={strength} />
    </DoorPage>
  );
}
