import type { Strength } from '#domain/credentials/password/password-strength.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import { paths } from '#paths';
import { DoorPage } from './door-page.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { NewPasswordFields } from '#documents/forms/new-password-fields.tsx';
import { TextField } from '#documents/forms/text-field.tsx';

interface EnrolPageProps {
  frame: Frame;
  email: string;
  errors: FieldErrors;
  strength: Strength | null;
}

/** The first sign-in here: with a code instead of a password. */
export function EnrolPage({ frame, email, errors, strength }: EnrolPageProps) {
  const { locale, t } = frame;
  const common = { t, errors, required: true, dir: 'ltr' };
  const back = (
    <p className="meta">
      <a href={paths.signIn(locale)}>{t('guide.back')}</a>
    </p>
  );
  return (
    <DoorPage
      frame={frame}
      title={t('enrol.title')}
      why={t('enrol.why')}
      submit={t('enrol.submit')}
      action={paths.enrol(locale)}
      errors={errors}
      order={['email', 'code', 'next', 'confirm']}
      before={back}
    >
      <TextField {...common} name="email" type="email" autoComplete="username" label={t('field.email')} defaultValue={email} />
      <TextField {...common} name="code" autoCapitalize="characters" autoComplete="one-time-code" label={t('field.code')} hint={t('enrol.codeHint')} />
      <NewPasswordFields t={t} errors={errors} strength={strength} />
    </DoorPage>
  );
}
