import { t } from '#documents/messages.ts';
import type { ActivityView } from '#domain/accounts/account-view.ts';
import { type Locale, paths } from '#paths';
import { StatusBadge } from '#ui/StatusBadge.tsx';
import { Time } from '#ui/Time.tsx';
import { DeviceName } from './DeviceName.tsx';
import { NetworkName } from './NetworkName.tsx';

/** Where this account is signed in, each to be ended from here. */
export function Sessions({ sessions, locale }: { sessions: ActivityView['sessions']; locale: Locale }) {
  const say = t(locale);
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{say('account.sessions.title')}</h2>
      <p>{say('account.sessions.hint')}</p>
      <table className="sessions" aria-labelledby="sessions">
        <thead>
          <tr>
            <th scope="col">{say('account.sessions.device')}</th>
            <th scope="col">{say('account.sessions.network')}</th>
            <th scope="col">{say('account.sessions.since')}</th>
            <th scope="col">{say('account.sessions.lastSeen')}</th>
            <th scope="col">
              <span className="visually-hidden">{say('account.sessions.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, device, network, createdAt, lastSeenAt, current }) => (
            <tr key={id}>
              <td>
                <b>
                  <DeviceName device={device} locale={locale} />
                </b>
                {current && (
                  <>
                    <br />
                    <StatusBadge tone="ok">{say('account.sessions.current')}</StatusBadge>
                  </>
                )}
              </td>
              <td className="num">
                <NetworkName network={network} locale={locale} />
              </td>
              <td data-label={say('account.sessions.since')}>
                <Time at={createdAt} locale={locale} />
              </td>
              <td data-label={say('account.sessions.lastSeen')}>
                <Time at={lastSeenAt} locale={locale} />
              </td>
              <td>
                <form method="post" action={paths.sessions(locale)}>
                  <input type="hidden" name="sessionId" value={id} />
                  <button className="link" type="submit">
                    {say('account.sessions.end')}
                    <span className="visually-hidden">
                      {' '}
                      <DeviceName device={device} locale={locale} />
                    </span>
                  </button>
                </form>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
