import type { KeyView } from '#domain/keys/read-keys.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';

const TONES = { good: 'ok', over: 'progress', revoked: 'progress' } as const;

/** Every key of one's own, and the way to make one worth nothing. */
export function KeyTable({ keys, i18n: { t, locale } }: { keys: KeyView[]; i18n: I18n }) {
  return (
    <section>
      <h2 id="keys">{t('keys.list')}</h2>
      {keys.length === 0 ? (
        <p className="meta">{t('keys.none')}</p>
      ) : (
        <table className="t" aria-labelledby="keys">
          <thead>
            <tr>
              <th scope="col">{t('keys.name')}</th>
              <th scope="col">{t('keys.state')}</th>
              <th scope="col">{t('keys.created')}</th>
              <th scope="col">{t('keys.expires')}</th>
              <th scope="col">{t('keys.used')}</th>
              <th scope="col" className="n">
                {t('keys.act')}
              </th>
            </tr>
          </thead>
          <tbody>
            {keys.map(({ id, name, state, createdAt, expiresAt, lastUsedAt }) => (
              <tr key={id}>
                <th scope="row">
                  <bdi>{name}</bdi>
                </th>
                <td data-l={t('keys.state')}>
                  <StatusBadge tone={TONES[state]}>{t(`keys.of.${state}`)}</StatusBadge>
                </td>
                <td data-l={t('keys.created')}>
                  <Time at={createdAt} locale={locale} style="short" />
                </td>
                <td data-l={t('keys.expires')}>
                  <Time at={expiresAt} locale={locale} />
                </td>
                <td data-l={t('keys.used')}>{lastUsedAt === null ? t('keys.never') : <Time at={lastUsedAt} locale={locale} style="short" />}</td>
                <td className="n">
                  {state === 'good' && (
                    <form method="post" action={teamPaths.revokeKey(String(id))}>
                      <button className="link" type="submit" aria-label={t('keys.revokeThis', { name })}>
                        {t('keys.revoke')}
                      </button>
                    </form>
                  )}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}
