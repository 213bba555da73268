import { t } from '#documents/messages.ts';
import type { AccountView, ChangeReceipt } from '#domain/accounts/account-view.ts';
import { paths } from '#paths';
import { Time } from '#ui/Time.tsx';
import type { Frame } from './frame.ts';
import { GuideStep } from './GuideStep.tsx';
import { Receipt } from './Receipt.tsx';
import { TodoList } from './TodoList.tsx';

/** Step 4: what the change did, what is left, and something to keep. */
export function GuideDonePage({ frame, view, change }: { frame: Frame; view: AccountView; change: ChangeReceipt }) {
  const { locale } = frame;
  const say = t(locale);
  const left = view.incidents.map((incident) => ({ ...incident, todo: incident.todo.filter((step) => !step.done) })).filter(({ todo }) => todo.length > 0);
  const count = left.reduce((sum, { todo }) => sum + todo.length, 0);
  return (
    <GuideStep frame={frame} step={4} title={say('guide.done.title')}>
      <p>{say.rich('guide.done.when', { time: <Time key="time" at={change.changedAt} locale={locale} /> })}</p>
      <p>{say('guide.done.did')}</p>
      <p>
        {change.sessionsEnded !== null && `${say('guide.done.signedOut', { n: change.sessionsEnded })} `}
        {say('guide.done.signedIn', { n: change.othersSignedIn })}
      </p>
      {/* True of every password that was accepted, so nothing about this one is stored. */}
      <p>{say('guide.done.strong')}</p>
      <h2>{say('guide.done.left', { n: count })}</h2>
      {count === 0 && <p>{say('guide.done.nothingLeft')}</p>}
      {left.map((incident) => (
        <TodoList key={incident.slug} incident={incident} locale={locale} brand={frame.site.brand} />
      ))}
      <Receipt frame={frame} view={view} change={change} />
      <p className="actions">
        <a className={count === 0 ? 'btn' : 'btn q'} href={paths.account(locale)}>
          {say('account.back')}
        </a>
      </p>
    </GuideStep>
  );
}
