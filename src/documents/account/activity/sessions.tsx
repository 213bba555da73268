import type { I18n } from '#ui/i18n.ts';
import type { ActivityView } from '#domain/sessions/read-activity.ts';
import { endOtherSessionsForm } from '#model/forms/sessions/end-other-sessions.ts';
import { endSessionsForm } from '#model/forms/sessions/end-sessions.ts';
import { HiddenField } from '#documents/forms/hidden-field.tsx';
import { CHOSEN_FORM, SessionRow } from './session-row.tsx';

/** Where this account is signed in: each to be ended from here, several by their boxes, or all but this one. */
export function Sessions({ sessions, i18n }: { sessions: ActivityView['sessions']; i18n: I18n }) {
  const { locale, t } = i18n;
  const others = sessions.some(({ current }) => !current);
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
          {sessions.map((session) => (
            <SessionRow key={session.id} session={session} i18n={i18n} />
          ))}
        </tbody>
      </table>
      {others && (
        <div className="actions">
          <form method="post" action={endSessionsForm.path(locale)} id={CHOSEN_FORM}>
            <HiddenField form={endSessionsForm} name="end" value="chosen" />
            <button className="btn q" type="submit">
              {t('account.sessions.endChosen')}
            </button>
          </form>
          <form method="post" action={endOtherSessionsForm.path(locale)}>
            <HiddenField form={endOtherSessionsForm} name="end" value="others" />
            <button className="btn q" type="submit">
              {t('account.sessions.endOthers')}
            </button>
          </form>
        </div>
      )}
    </section>
  );
}
