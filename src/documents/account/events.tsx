import { MESSAGES, translator } from '#ui/messages.ts';
import type { ActivityView } from '#domain/sessions/read-activity.ts';
import { type Locale, paths } from '#paths';
import { Time } from '#ui/time.tsx';
import { DeviceName } from '#documents/words/device-name.tsx';
import { NetworkName } from '#documents/words/network-name.tsx';

/** What lately happened to the account's security, a sentence each. */
export function Events({ events, locale }: { events: ActivityView['events']; locale: Locale }) {
  const t = translator(locale);
  return (
    <section aria-labelledby="events">
      <h2 id="events">{t('account.events.title')}</h2>
      {events.length === 0 ? (
        <p>{t('account.events.none')}</p>
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
                <span>{t.rich(MESSAGES[locale].has(key) ? key : 'account.event.other', where)}</span>
              </li>
            );
          })}
        </ul>
      )}
      <p>
        {t.rich('account.events.notYou', {
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
