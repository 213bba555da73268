import type { FieldErrors } from '#domain/core/errors.ts';
import { FormField } from '#documents/forms/form-field.tsx';
import { DoorPage } from '#documents/sign-in/door-page.tsx';
import { giveRecoveryFactorForm } from '#model/forms/recovery/give-recovery-factor.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { BackLink } from './back-link.tsx';

/** Asks for the second factor of an account that has one from before. */
export function RecoverFactorPage({ frame, errors }: { frame: Frame; errors: FieldErrors }) {
  const { locale, t } = frame;
  const after = (
    <p>
      {t.rich('recover.factor.passkey', {
        a: (text) => (
          <a key="a" href={paths.signIn(locale)}>
            {text}
          </a>
        ),
      })}
    </p>
  );
  return (
    <DoorPage
      frame={frame}
      title={t('recover.factor.title')}
      why={t('recover.factor.why')}
      submit={t('guide.continue')}
      form={giveRecoveryFactorForm}
      errors={errors}
      before={<BackLink to={paths.recover(locale)} t={t} />}
      after={after}
    >
      <FormField form={giveRecoveryFactorForm} t={t} errors={errors} name="code" hint={t('recover.factor.hint')} />
    </DoorPage>
  );
}
