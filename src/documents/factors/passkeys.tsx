import type { FactorsView } from '#domain/credentials/factor/read-factors.ts';
import { KEPT_BY } from '#domain/credentials/passkey/kept-by.ts';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { removePasskeyForm } from '#model/forms/factors/remove-passkey.ts';
import { startPasskeyForm } from '#model/forms/factors/start-passkey.ts';
import { oneOf } from '#model/one-of.ts';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';
import { Added } from './added.tsx';

interface PasskeysProps {
  passkeys: FactorsView['passkeys'];
  i18n: I18n;
}

/** The account's passkeys, each to be removed, and the way to one more. */
export function Passkeys({ passkeys, i18n }: PasskeysProps) {
  const { locale, t } = i18n;
  return (
    <section aria-labelledby="passkeys">
      <h2 id="passkeys">{t('factors.passkeys.title')}</h2>
      <p>{t('factors.passkeys.what')}</p>
      {passkeys.length === 0 && <p>{t('factors.passkeys.none')}</p>}
      <ul className="factors">
        {passkeys.map(({ id, keptBy, lastUsedAt, ...added }) => {
          const name = t(`factors.passkeys.keptBy.${oneOf(KEPT_BY, keptBy) ?? 'device'}`);
          return (
            <li key={id}>
              <h3>{name}</h3>
              <p>
                <Added added={added} i18n={i18n} />{' '}
                {lastUsedAt === null ? t('factors.neverUsed') : t.rich('factors.lastUsed', { time: <Time key="time" at={lastUsedAt} locale={locale} /> })}
              </p>
              <form method="post" action={removePasskeyForm.path(locale)}>
                <HiddenField form={removePasskeyForm} name="remove" value="passkey" />
                <HiddenField form={removePasskeyForm} name="passkeyId" value={id} />
                <button className="link" type="submit">
                  {t('factors.remove')}
                  <span className="visually-hidden"> {name}</span>
                </button>
              </form>
            </li>
          );
        })}
      </ul>
      <form method="post" action={startPasskeyForm.path(locale)}>
        <HiddenField form={startPasskeyForm} name="start" value="passkey" />
        <p className="actions">
          <button className="btn q" type="submit">
            {t('factors.passkeys.add')}
          </button>
        </p>
      </form>
    </section>
  );
}
