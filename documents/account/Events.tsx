import { MESSAGES, t } from '#documents/messages.ts';
import type { ActivityView } from '#domain/accounts/account-view.ts';
import { type Locale, paths } from '#paths';
import { Time } from '#ui/Time.tsx';
import { DeviceName } from './DeviceName.tsx';
import { NetworkName } from './NetworkName.tsx';

/** What lately happened to the account's security, a sentence each. */
export function Events({ events, locale }: { events: ActivityView['events']; locale: Locale }) {
  const say = t(locale);
  return (
    <section aria-labelledby="events">
      <h2 id="events">{say('account.events.title')}</h2>
      {events.length === 0 ? (
        <p>{say('account.events.none')}</p>
      ) : (
        <ul className="list log">
          {events.map(({ at, kind, device, network }) => {
            const key = `account.event.${kind}`;
            const where = {
              device: <DeviceName key="device" device={device} locale={locale} />,
              network: <NetworkName key="network" network={network} locale={locale} />,
            };
            return (
              <li key={`${at} ${kind} ${device}`}>
                <Time at={at} locale={locale} />
                <span>{say.rich(MESSAGES[locale].has(key) ? key : 'account.event.other', where)}</span>
              </li>
            );
          })}
        </ul>
      )}
      <p>
        {say.rich('account.events.notYou', {
          a: (text) => (
            <a key="a" href={paths.password(locale)}>
              {text}
            </a>
          ),
        })}
      </p>
    </section>
  );
}
