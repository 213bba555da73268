import { translator } from '#ui/messages.ts';
import type { AccountView } from '#domain/status/account-view.ts';
import { isBelow } from '#model/version.ts';
import type { Locale } from '#paths';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { platformName } from '#documents/words/platform-name.ts';

/** Our apps that were seen on this account. */
export function Apps({ installs, locale }: { installs: AccountView['installs']; locale: Locale }) {
  const t = translator(locale);
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
                <bdi>{platformName(locale, platform)}</bdi>
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
