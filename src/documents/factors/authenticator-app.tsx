import type { FactorsView } from '#domain/credentials/factor/read-factors.ts';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { removeTotpForm } from '#model/forms/factors/remove-totp.ts';
import { startTotpForm } from '#model/forms/factors/start-totp.ts';
import type { I18n } from '#ui/i18n.ts';
import { Added } from './added.tsx';

interface AuthenticatorAppProps {
  app: FactorsView['app'];
  i18n: I18n;
}

/** The account's authenticator app, to be removed, and the way to another one. */
export function AuthenticatorApp({ app, i18n }: AuthenticatorAppProps) {
  const { locale, t } = i18n;
  return (
    <section aria-labelledby="app">
      <h2 id="app">{t('factors.app.title')}</h2>
      <p>{t('factors.app.what')}</p>
      {app ? (
        <>
          <p>
            <Added added={app} i18n={i18n} />
          </p>
          <form method="post" action={removeTotpForm.path(locale)}>
            <HiddenField form={removeTotpForm} name="remove" value="app" />
            <button className="link" type="submit">
              {t('factors.remove')}
              <span className="visually-hidden"> {t('factors.app.title')}</span>
            </button>
          </form>
          <p>{t('factors.app.replaceHint')}</p>
        </>
      ) : (
        <p>{t('factors.app.none')}</p>
      )}
      <form method="post" action={startTotpForm.path(locale)}>
        <HiddenField form={startTotpForm} name="start" value="app" />
        <p className="actions">
          <button className="btn q" type="submit">
            {t(app ? 'factors.app.replace' : 'factors.app.setUp')}
          </button>
        </p>
      </form>
    </section>
  );
}
