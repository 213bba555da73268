import type { FieldErrors } from '#domain/core/errors.ts';
import type { TotpSetupView } from '#domain/credentials/totp/read-totp-setup.ts';
import { FormErrors } from '#documents/forms/form-errors.tsx';
import { FormField } from '#documents/forms/form-field.tsx';
import { confirmTotpForm } from '#model/forms/factors/confirm-totp.ts';
import { paths } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { Page } from '#ui/page/page.tsx';
import { QrCode } from './qr-code.tsx';

interface TotpSetupPageProps {
  frame: Frame;
  setup: TotpSetupView;
  errors: FieldErrors;
}

/** The key for an authenticator app, and the first code of it. */
export function TotpSetupPage({ frame, setup, errors }: TotpSetupPageProps) {
  const { locale, t } = frame;
  return (
    <Page frame={frame} title={t('factors.app.setUpTitle')} current="account" signedIn invalid={Object.keys(errors).length > 0}>
      <div className="one">
        <FormErrors t={t} errors={errors} form={confirmTotpForm} />
        <p className="meta">
          <a href={paths.factors(locale)}>{t('guide.back')}</a>
        </p>
        <h1>{t('factors.app.setUpTitle')}</h1>
        <p>{t('factors.app.scan')}</p>
        <QrCode text={setup.uri} label={t('factors.app.alt')} />
        <p>{t('factors.app.type')}</p>
        <p className="key" dir="ltr">
          {setup.key.replace(/.{4}(?=.)/g, '$& ')}
        </p>
        <form method="post" action={confirmTotpForm.path(locale)} noValidate>
          <FormField form={confirmTotpForm} name="code" t={t} errors={errors} hint={t('factors.app.codeHint')} />
          <p className="actions submit">
            <button className="btn" type="submit">
              {t('factors.app.confirm')}
            </button>
          </p>
        </form>
      </div>
    </Page>
  );
}
