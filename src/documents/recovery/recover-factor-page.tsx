import type { FieldErrors } from '#domain/core/errors.ts';
import type { RecoveryView } from '#domain/recovery/read-recovery.ts';
import { AskPasskeyForm } from '#documents/forms/ask-passkey-form.tsx';
import { FormField } from '#documents/forms/form-field.tsx';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { DoorPage } from '#documents/sign-in/door-page.tsx';
import { ContactUs } from '#documents/words/contact-us.tsx';
import { giveRecoveryFactorForm } from '#model/forms/recovery/give-recovery-factor.ts';
import { askRecoveryPasskeyForm } from '#model/forms/recovery/give-recovery-passkey.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { BackLink } from './back-link.tsx';

interface RecoverFactorPageProps {
  frame: Frame;
  /** What the account has from before. */
  factors: RecoveryView['factors'];
  errors: FieldErrors;
}

/** Asks for the second factor of an account that has one from before: a code of it where it has such, a passkey where it has one. */
export function RecoverFactorPage({ frame, factors: { passkey, typed }, errors }: RecoverFactorPageProps) {
  const { locale, t } = frame;
  const before = <BackLink to={paths.recover(locale)} t={t} />;
  const common = { frame, why: t('recover.factor.why'), errors, before };
  const otherwise = <ContactUs frame={frame} when="confirm.noOtherWay" />;
  if (!typed) {
    return (
      <DoorPage {...common} title={t('confirm.passkey.title')} submit={t('confirm.passkey.use')} form={askRecoveryPasskeyForm} after={otherwise}>
        <HiddenField form={askRecoveryPasskeyForm} name="start" value="passkey" />
      </DoorPage>
    );
  }
  const after = (
    <>
      {passkey && <AskPasskeyForm form={askRecoveryPasskeyForm} locale={locale} submit={t('confirm.byPasskey')} />}
      {otherwise}
    </>
  );
  return (
    <DoorPage {...common} title={t('recover.factor.title')} submit={t('guide.continue')} form={giveRecoveryFactorForm} after={after}>
      <FormField form={giveRecoveryFactorForm} t={t} errors={errors} name="code" hint={t('recover.factor.hint')} />
    </DoorPage>
  );
}
