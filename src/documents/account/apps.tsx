import type { I18n } from '#ui/i18n.ts';
import type { AccountView } from '#domain/status/account-view.ts';
import { isBelow } from '#model/version.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { platformName } from '#documents/words/platform-name.ts';

/** Our apps that were seen on this account. */
export function Apps({ installs, i18n: { locale, t } }: { installs: AccountView['installs']; i18n: I18n }) {
  return (
    <section aria-labelledby="apps">
      <h2 id="apps">{t('account.apps.title')}</h2>
      {installs.length === 0 ? (
        <p>{t('account.apps.none')}</p>
      ) : (
        <ul className="list log">
          {installs.map(({ platform, version, seenAt, fixedVersion }) => (
            <li key={`${platform} ${version}`}>
              <b>
                <bdi>{platformName(t, platform)}</bdi>
              </b>
              <span>{t.rich('account.apps.seen', { version: <bdi key="version">{version}</bdi>, time: <Time key="time" at={seenAt} locale={locale} /> })}</span>
              {fixedVersion !== null &&
                (isBelow(version, fixedVersion) ? (
                  <StatusBadge tone="recommended">{t.rich('account.apps.old', { fixed: <bdi key="fixed">{fixedVersion}</bdi> })}</StatusBadge>
                ) : (
                  <StatusBadge tone="ok">{t('account.apps.fixed')}</StatusBadge>
                ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
