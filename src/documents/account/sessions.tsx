import type { I18n } from '#ui/i18n.ts';
import type { ActivityView } from '#domain/sessions/read-activity.ts';
import { endSessionForm } from '#model/forms/end-session.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { DeviceName } from '#documents/words/device-name.tsx';
import { NetworkName } from '#documents/words/network-name.tsx';

/** Where this account is signed in, each to be ended from here. */
export function Sessions({ sessions, i18n: { locale, t } }: { sessions: ActivityView['sessions']; i18n: I18n }) {
  return (
    <section aria-labelledby="sessions">
      <h2 id="sessions">{t('account.sessions.title')}</h2>
      <p>{t('account.sessions.hint')}</p>
      <table className="sessions" aria-labelledby="sessions">
        <thead>
          <tr>
            <th scope="col">{t('account.sessions.device')}</th>
            <th scope="col">{t('account.sessions.network')}</th>
            <th scope="col">{t('account.sessions.since')}</th>
            <th scope="col">{t('account.sessions.lastSeen')}</th>
            <th scope="col">
              <span className="visually-hidden">{t('account.sessions.action')}</span>
            </th>
          </tr>
        </thead>
        <tbody>
          {sessions.map(({ id, device, network, createdAt, lastSeenAt, current }) => (
            <tr key={id}>
              <td>
                <b>
                  <DeviceName device={device} t={t} />
                </b>
                {current && (
                  <>
                    <br />
                    <StatusBadge tone="ok">{t('account.sessions.current')}</StatusBadge>
                  </>
                )}
              </td>
              <td className="num">
                <NetworkName network={network} t={t} />
              </td>
              <td data-label={t('account.sessions.since')}>
                <Time at={createdAt} locale={locale} />
              </td>
              <td data-label={t('account.sessions.lastSeen')}>
                <Time at={lastSeenAt} locale={locale} />
              </td>
              <td>
                <form method="post" action={endSessionForm.path(locale)}>
                  <HiddenField form={endSessionForm} name="sessionId" value={id} />
                  <button className="link" type="submit">
                    {t('account.sessions.end')}
                    <span className="visually-hidden">
                      {' '}
                      <DeviceName device={device} t={t} />
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
