import type { I18n } from '#ui/i18n.ts';
import type { ActivityView } from '#domain/sessions/read-activity.ts';
import { endSessionForm } from '#model/forms/sessions/end-session.ts';
import { reportSessionForm } from '#model/forms/sessions/report.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { DeviceName } from '#documents/words/device-name.tsx';
import { NetworkName } from '#documents/words/network-name.tsx';

/** The form below the list that its boxes belong to: they stand in rows that have forms of their own. */
export const CHOSEN_FORM = 'chosen';

interface SessionRowProps {
  session: ActivityView['sessions'][number];
  i18n: I18n;
}

/** One session, and what its person can do about it. */
export function SessionRow({ session, i18n: { locale, t } }: SessionRowProps) {
  const { id, device, network, createdAt, lastSeenAt, current, during } = session;
  const name = <DeviceName device={device} t={t} />;
  const box = `session-${id}`;
  return (
    <tr>
      <td>
        {current ? (
          <b>{name}</b>
        ) : (
          <label htmlFor={box}>
            <input type="checkbox" id={box} name="sessionIds" value={id} form={CHOSEN_FORM} /> <b>{name}</b>
          </label>
        )}
        {current && (
          <>
            <br />
            <StatusBadge tone="ok">{t('account.sessions.current')}</StatusBadge>
          </>
        )}
        {during && (
          <>
            <br />
            <StatusBadge tone="recommended">{t('account.during')}</StatusBadge>
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
            <span className="visually-hidden"> {name}</span>
          </button>
        </form>
        {!current && (
          <form method="post" action={reportSessionForm.path(locale)}>
            <HiddenField form={reportSessionForm} name="notMe" value="session" />
            <HiddenField form={reportSessionForm} name="sessionId" value={id} />
            <button className="link" type="submit">
              {t('account.notMe')}
              <span className="visually-hidden"> {name}</span>
            </button>
          </form>
        )}
      </td>
    </tr>
  );
}
