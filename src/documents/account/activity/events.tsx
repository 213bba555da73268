import type { I18n } from '#ui/i18n.ts';
import { EVENT_KINDS } from '#domain/accounts/security-event.ts';
import type { EventGroup } from '#domain/sessions/own/grouped-events.ts';
import { reportEventForm } from '#model/forms/sessions/report.ts';
import { oneOf } from '#model/one-of.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { DeviceName } from '#documents/words/device-name.tsx';
import { NetworkName } from '#documents/words/network-name.tsx';

/** What lately happened to the account's security, a sentence each; alike things of one day are one, with their number. */
export function Events({ events, i18n: { locale, t } }: { events: EventGroup[]; i18n: I18n }) {
  return (
    <section aria-labelledby="events">
      <h2 id="events">{t('account.events.title')}</h2>
      <p>{t(events.length === 0 ? 'account.events.none' : 'account.events.hint')}</p>
      {events.length > 0 && (
        <ul className="list log">
          {events.map(({ id, at, count, kind, device, network, during }) => {
            const where = {
              device: <DeviceName key="device" device={device} t={t} />,
              network: <NetworkName key="network" network={network} t={t} />,
            };
            return (
              <li key={id}>
                <Time at={at} locale={locale} />
                <span>
                  {t.rich(`account.event.${oneOf(EVENT_KINDS, kind) ?? 'other'}`, where)} {count > 1 && t('account.events.times', { n: count })}
                </span>
                {during && <StatusBadge tone="recommended">{t('account.during')}</StatusBadge>}
                <form method="post" action={reportEventForm.path(locale)}>
                  <HiddenField form={reportEventForm} name="notMe" value="event" />
                  <HiddenField form={reportEventForm} name="eventId" value={id} />
                  <button className="link" type="submit">
                    {t('account.notMe')}
                  </button>
                </form>
              </li>
            );
          })}
        </ul>
      )}
    </section>
  );
}
