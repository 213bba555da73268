import { t } from '#documents/messages.ts';
import type { AccountView, ActivityView } from '#domain/accounts/account-view.ts';
import { paths } from '#paths';
import { Page } from '#ui/Page.tsx';
import { Apps } from './Apps.tsx';
import { Events } from './Events.tsx';
import type { Frame } from './frame.ts';
import { IncidentSection } from './IncidentSection.tsx';
import { Notice } from './Notice.tsx';
import { Sessions } from './Sessions.tsx';
import { Verdict } from './Verdict.tsx';

interface AccountPageProps {
  frame: Frame;
  view: AccountView;
  /** Null in a restricted session. */
  activity: ActivityView | null;
  notice: 'restricted' | 'session_ended' | null;
}

/** Each customer's own answer. */
export function AccountPage({ frame, view, activity, notice }: AccountPageProps) {
  const { locale } = frame;
  const say = t(locale);
  const asked = view.incidents.some(({ todo }) => todo.some((step) => step.kind === 'change_password' && !step.done));
  return (
    <Page {...frame} t={say} title={say('account.title')} current="account" signedIn>
      {notice && <Notice>{say(`account.notice.${notice}`)}</Notice>}
      <Verdict view={view} locale={locale} />
      {view.incidents.length === 0 && <p className="lede">{say('account.noIncident')}</p>}
      {view.incidents.map((incident) => (
        <IncidentSection key={incident.slug} frame={frame} incident={incident} />
      ))}
      {!asked && (
        <p className="actions">
          <a className="btn q" href={paths.password(locale)}>
            {say('account.changeAnyway')}
          </a>
        </p>
      )}
      <Apps installs={view.installs} locale={locale} />
      {activity ? (
        <>
          <Sessions sessions={activity.sessions} locale={locale} />
          <Events events={activity.events} locale={locale} />
        </>
      ) : (
        <p>{say('account.restOpensLater')}</p>
      )}
    </Page>
  );
}
