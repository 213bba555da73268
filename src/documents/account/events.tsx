import type { I18n } from '#ui/i18n.ts';
import { EVENT_KINDS } from '#domain/accounts/security-event.ts';
import { oneOf } from '#model/one-of.ts';
import type { ActivityView } from '#domain/sessions/read-activity.ts';
import { paths } from '#paths';
import { Time } from '#ui/time.tsx';
import { DeviceName } from '#documents/words/device-name.tsx';
import { NetworkName } from '#documents/words/network-name.tsx';

/** What lately happened to the account's security, a sentence each. */
export function Events({ events, i18n: { locale, t } }: { events: ActivityView['events']; i18n: I18n }) {
  return (
    <section aria-labelledby="events">
      <h2 id="events">{t('account.events.title')}</h2>
      {events.length === 0 ? (
        <p>{t('account.events.none')}</p>
      ) : (
        <ul className="list log">
          {events.map(({ at, kind, device, network }) => {
            const where = {
              device: <DeviceName key="device" device={device} t={t} />,
              network: <NetworkName key="network" network={network} t={t} />,
            };
            return (
              <li key={`${at} ${kind} ${device}`}>
                <Time at={at} locale={locale} />
                <span>{t.rich(`account.event.${oneOf(EVENT_KINDS, kind) ?? 'other'}`, where)}</span>
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
