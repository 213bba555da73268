import type { FieldErrors } from '#domain/core/errors.ts';
import { FormField } from '#documents/forms/form-field.tsx';
import { DoorPage } from '#documents/sign-in/door-page.tsx';
import { askFirstCodeForm, askRecoveryForm } from '#model/forms/recovery/ask-recovery.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { BackLink } from './back-link.tsx';

const FORMS = { forgotten: askRecoveryForm, first: askFirstCodeForm };

interface RecoverPageProps {
  frame: Frame;
  /** Why somebody comes. */
  reason: keyof typeof FORMS;
  email: string;
  errors: FieldErrors;
}

/** Asks for the address that a code is sent to. */
export function RecoverPage({ frame, reason, email, errors }: RecoverPageProps) {
  const { locale, t } = frame;
  const form = FORMS[reason];
  return (
    <DoorPage
      frame={frame}
      title={t(`recover.${reason}.title`)}
      why={t(`recover.${reason}.why`)}
      submit={t('guide.proof.send')}
      form={form}
      errors={errors}
      before={<BackLink to={paths.signIn(locale)} t={t} />}
    >
      <FormField form={form} t={t} errors={errors} name="email" defaultValue={email} />
    </DoorPage>
  );
}
