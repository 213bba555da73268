import type { Strength } from '#domain/credentials/password/password-strength.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import { enrolForm } from '#model/forms/enrol.ts';
import { paths } from '#paths';
import { DoorPage } from './door-page.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { NewPasswordFields } from '#documents/forms/new-password-fields.tsx';
import { FormField } from '#documents/forms/form-field.tsx';

interface EnrolPageProps {
  frame: Frame;
  email: string;
  errors: FieldErrors;
  strength: Strength | null;
}

/** The first sign-in here: with a code instead of a password. */
export function EnrolPage({ frame, email, errors, strength }: EnrolPageProps) {
  const { locale, t } = frame;
  const common = { form: enrolForm, t, errors };
  const back = (
    <p className="meta">
      <a href={paths.signIn(locale)}>{t('guide.back')}</a>
    </p>
  );
  return (
    <DoorPage frame={frame} title={t('enrol.title')} why={t('enrol.why')} submit={t('enrol.submit')} form={enrolForm} errors={errors} before={back}>
      <FormField {...common} name="email" defaultValue={email} />
      <FormField {...common} name="code" hint={t('enrol.codeHint')} />
      <NewPasswordFields {...common} strength={strength} />
    </DoorPage>
  );
}
