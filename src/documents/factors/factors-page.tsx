import type { FactorsView } from '#domain/credentials/factor/read-factors.ts';
import type { FieldErrors } from '#domain/core/errors.ts';
import { FormErrors } from '#documents/forms/form-errors.tsx';
import { Notice } from '#documents/shell/notice.tsx';
import { removeTotpForm } from '#model/forms/factors/remove-totp.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';
import { AuthenticatorApp } from './authenticator-app.tsx';
import { Passkeys } from './passkeys.tsx';
import { RecoveryCodes } from './recovery-codes.tsx';

export const FACTOR_NOTICES = ['passkey_added', 'passkey_removed', 'app_added', 'app_removed'] as const;

interface FactorsPageProps {
  frame: Frame;
  factors: FactorsView;
  /** Of one of its buttons: none has a field to name. */
  errors: FieldErrors;
  notice: (typeof FACTOR_NOTICES)[number] | null;
}

/** What somebody needs beside the password. */
export function FactorsPage({ frame, factors, errors, notice }: FactorsPageProps) {
  const { locale, t } = frame;
  const { passkeys, app, recoveryCodes } = factors;
  return (
    <Page frame={frame} title={t('factors.title')} current="account" signedIn invalid={Object.keys(errors).length > 0}>
      <div className="one">
        <FormErrors t={t} errors={errors} form={removeTotpForm} />
        {notice && <Notice>{t(`factors.notice.${notice}`)}</Notice>}
        <p className="meta">
          <a href={paths.account(locale)}>{t('account.back')}</a>
        </p>
        <h1>{t('factors.title')}</h1>
        <p>{t('factors.why')}</p>
        <Passkeys passkeys={passkeys} i18n={frame} />
        <AuthenticatorApp app={app} i18n={frame} />
        <RecoveryCodes codes={recoveryCodes} mayMake={passkeys.length > 0 || app !== null} i18n={frame} />
      </div>
    </Page>
  );
}
