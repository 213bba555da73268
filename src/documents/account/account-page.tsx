import type { AccountView } from '#domain/status/account-view.ts';
import type { ActivityView } from '#domain/sessions/read-activity.ts';
import { paths } from '#paths';
import { StatusBadge } from '#ui/status-badge.tsx';
import { TONE_CLASS } from '#ui/tone.ts';
import { Page } from '#ui/page/page.tsx';
import { Apps } from './apps.tsx';
import { Events } from './activity/events.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { IncidentSection } from './incident-section.tsx';
import { Notice } from '#documents/shell/notice.tsx';
import { loudestFirst } from './loudest-first.ts';
import { Sessions } from './activity/sessions.tsx';
import { Verdict } from './verdict.tsx';

export const ACCOUNT_NOTICES = ['restricted', 'session_ended', 'sessions_ended', 'none_ended', 'address_changed'] as const;
type AccountNotice = (typeof ACCOUNT_NOTICES)[number];

interface AccountPageProps {
  frame: Frame;
  view: AccountView;
  activity: ActivityView;
  notice: AccountNotice | null;
}

/** Each customer's own answer. */
export function AccountPage({ frame, view, activity, notice }: AccountPageProps) {
  const { locale, t } = frame;
  const asked = view.incidents.some(({ todo }) => todo.some((step) => step.kind === 'change_password' && !step.done));
  return (
    <Page frame={frame} title={t('account.title')} current="account" signedIn>
      {notice && <Notice>{t(`account.notice.${notice}`)}</Notice>}
      <Verdict view={view} i18n={frame} />
      {view.passwordBreached && <BreachedPassword frame={frame} primary={!asked} />}
      {view.incidents.length === 0 && <p className="lede">{t('account.noIncident')}</p>}
      {loudestFirst(view.incidents).map((incident) => (
        <IncidentSection key={incident.slug} frame={frame} incident={incident} />
      ))}
      {view.earlier > 0 && (
        <p>
          {t('account.earlier', { n: view.earlier })} <a href={paths.advisories(locale)}>{t('account.allAdvisories')}</a>
        </p>
      )}
      {!asked && !view.passwordBreached && (
        <p className="actions">
          <a className="btn q" href={paths.password(locale)}>
            {t('account.changeAnyway')}
          </a>{' '}
          <a className="btn q" href={paths.email(locale)}>
            {t('account.changeEmail')}
          </a>
        </p>
      )}
      {activity.events && (
        <p>
          <a href={paths.factors(locale)}>{t('factors.title')}</a>
        </p>
      )}
      <Apps installs={view.installs} i18n={frame} />
      <Sessions sessions={activity.sessions} i18n={frame} />
      {activity.events ? (
        <>
          <Events events={activity.events} i18n={frame} />
          <p className="mt-8">
            <a href={paths.yourData(locale)}>{t('yourData.link')}</a>
          </p>
        </>
      ) : (
        <p>{t('account.restOpensLater')}</p>
      )}
    </Page>
  );
}

/** A to-do of its own, of no incident of ours; an incident that asks for the same has the loud button. */
function BreachedPassword({ frame: { locale, t }, primary }: { frame: Frame; primary: boolean }) {
  return (
    <section className="told" aria-labelledby="breached">
      <h2 id="breached">{t('account.breached.title')}</h2>
      <ol className="todo">
        <li className={TONE_CLASS.act}>
          <div>
            <h3>{t('account.todo.change_password.title')}</h3>
            <StatusBadge tone="act">{t('account.tone.act')}</StatusBadge>
            <p>{t('account.breached.why')}</p>
          </div>
          <a className={primary ? 'btn' : 'btn q'} href={paths.password(locale)}>
            {t('account.todo.change_password.button')}
          </a>
        </li>
      </ol>
    </section>
  );
}
