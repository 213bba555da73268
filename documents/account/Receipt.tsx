import { t } from '#documents/messages.ts';
import type { AccountView, ChangeReceipt } from '#domain/accounts/account-view.ts';
import { Time } from '#ui/Time.tsx';
import type { Frame } from './frame.ts';
import { TodoTitle } from './TodoTitle.tsx';

/** What was done, when, for which account and why, and what is left: to print or to keep. */
export function Receipt({ frame: { locale, site }, view, change }: { frame: Frame; view: AccountView; change: ChangeReceipt }) {
  const say = t(locale);
  const answered = view.incidents.filter(({ todo }) => todo.some((step) => step.kind === 'change_password' && step.done));
  const left = view.incidents.flatMap(({ slug, todo }) => todo.flatMap((step) => (step.done ? [] : [{ slug, step }])));
  return (
    <section className="receipt" aria-labelledby="receipt">
      <h2 id="receipt">{say('guide.receipt.title')}</h2>
      <dl>
        <dt>{say('guide.receipt.what')}</dt>
        <dd>{say('guide.receipt.changed')}</dd>
        <dt>{say('guide.receipt.account')}</dt>
        <dd>
          <bdi>{view.email}</bdi>
        </dd>
        <dt>{say('guide.receipt.time')}</dt>
        <dd>
          <Time at={change.changedAt} locale={locale} />
        </dd>
        {change.sessionsEnded !== null && (
          <>
            <dt>{say('guide.receipt.signedOut')}</dt>
            <dd>{say('guide.receipt.devices', { n: change.sessionsEnded })}</dd>
          </>
        )}
        {answered.length > 0 && <dt>{say('guide.receipt.notices', { n: answered.length })}</dt>}
        {answered.map(({ slug, facts }) => (
          <dd key={slug}>
            <bdi>{facts.noticeId}</bdi>
          </dd>
        ))}
        <dt>{say('guide.receipt.left')}</dt>
        {left.length === 0 && <dd>{say('guide.receipt.nothing')}</dd>}
        {left.map(({ slug, step }) => (
          <dd key={`${slug} ${step.kind} ${step.platform ?? ''}`}>
            <TodoTitle step={step} locale={locale} brand={site.brand} />
          </dd>
        ))}
        <dt>{say('guide.receipt.from')}</dt>
        <dd>
          <bdi>{site.legalName}</bdi>
        </dd>
        <dd>
          <bdi>{site.host}</bdi>
        </dd>
      </dl>
    </section>
  );
}
