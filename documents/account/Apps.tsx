import { t } from '#documents/messages.ts';
import type { AccountView } from '#domain/accounts/account-view.ts';
import { isBelow } from '#domain/accounts/version.ts';
import type { Locale } from '#paths';
import { StatusBadge } from '#ui/StatusBadge.tsx';
import { Time } from '#ui/Time.tsx';
import { platformName } from './platform-name.ts';

/** Our apps that were seen on this account. */
export function Apps({ installs, locale }: { installs: AccountView['installs']; locale: Locale }) {
  const say = t(locale);
  return (
    <section aria-labelledby="apps">
      <h2 id="apps">{say('account.apps.title')}</h2>
      {installs.length === 0 ? (
        <p>{say('account.apps.none')}</p>
      ) : (
        <ul className="list log">
          {installs.map(({ platform, version, seenAt, fixedVersion }) => (
            <li key={`${platform} ${version}`}>
              <b>
                <bdi>{platformName(locale, platform)}</bdi>
              </b>
              <span>
                {say.rich('account.apps.seen', { version: <bdi key="version">{version}</bdi>, time: <Time key="time" at={seenAt} locale={locale} /> })}
              </span>
              {fixedVersion !== null &&
                (isBelow(version, fixedVersion) ? (
                  <StatusBadge tone="recommended">{say.rich('account.apps.old', { fixed: <bdi key="fixed">{fixedVersion}</bdi> })}</StatusBadge>
                ) : (
                  <StatusBadge tone="ok">{say('account.apps.fixed')}</StatusBadge>
                ))}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
