import type { AccountView } from '#domain/status/account-view.ts';
import type { ChangeReceipt } from '#domain/password-change/read-change.ts';
import { paths } from '#paths';
import { Time } from '#ui/time.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { GuideStep } from './guide-step.tsx';
import { Receipt } from './receipt.tsx';
import { TodoList } from '#documents/account/todo-list.tsx';

/** Step 4: what the change did, what is left, and something to keep. */
export function GuideDonePage({ frame, view, change }: { frame: Frame; view: AccountView; change: ChangeReceipt }) {
  const { locale, t } = frame;
  const left = view.incidents.map((incident) => ({ ...incident, todo: incident.todo.filter((step) => !step.done) })).filter(({ todo }) => todo.length > 0);
  const count = left.reduce((sum, { todo }) => sum + todo.length, 0);
  return (
    <GuideStep frame={frame} step={4} title={t('guide.done.title')}>
      <p>{t.rich('guide.done.when', { time: <Time key="time" at={change.changedAt} locale={locale} /> })}</p>
      <p>{t('guide.done.did')}</p>
      <p>
        {change.sessionsEnded !== null && `${t('guide.done.signedOut', { n: change.sessionsEnded })} `}
        {t('guide.done.signedIn', { n: change.othersSignedIn })}
      </p>
      {/* True of every password that was accepted, so nothing about this one is stored. */}
      <p>{t('guide.done.strong')}</p>
      <h2>{t('guide.done.left', { n: count })}</h2>
      {count === 0 && <p>{t('guide.done.nothingLeft')}</p>}
      {left.map((incident) => (
        <TodoList key={incident.slug} incident={incident} frame={frame} />
      ))}
      <Receipt frame={frame} view={view} change={change} />
      <p className="actions">
        <a className={count === 0 ? 'btn' : 'btn q'} href={paths.account(locale)}>
          {t('account.back')}
        </a>
      </p>
    </GuideStep>
  );
}
