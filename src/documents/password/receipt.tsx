import type { AccountView } from '#domain/status/account-view.ts';
import type { ChangeReceipt } from '#domain/password-change/read-change.ts';
import { Time } from '#ui/time.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { TodoTitle } from '#documents/account/todo-title.tsx';

/** What was done, when, for which account and why, and what is left: to print or to keep. */
export function Receipt({ frame, view, change }: { frame: Frame; view: AccountView; change: ChangeReceipt }) {
  const { locale, t, site } = frame;
  const answered = view.incidents.filter(({ todo }) => todo.some((step) => step.kind === 'change_password' && step.done));
  const left = view.incidents.flatMap(({ slug, todo }) => todo.flatMap((step) => (step.done ? [] : [{ slug, step }])));
  return (
    <section className="receipt" aria-labelledby="receipt">
      <h2 id="receipt">{t('guide.receipt.title')}</h2>
      <dl>
        <dt>{t('guide.receipt.what')}</dt>
        <dd>{t('guide.receipt.changed')}</dd>
        <dt>{t('guide.receipt.account')}</dt>
        <dd>
          <bdi>{view.email}</bdi>
        </dd>
        <dt>{t('guide.receipt.time')}</dt>
        <dd>
          <Time at={change.changedAt} locale={locale} />
        </dd>
        {change.sessionsEnded !== null && (
          <>
            <dt>{t('guide.receipt.signedOut')}</dt>
            <dd>{t('guide.receipt.devices', { n: change.sessionsEnded })}</dd>
          </>
        )}
        {answered.length > 0 && <dt>{t('guide.receipt.notices', { n: answered.length })}</dt>}
        {answered.map(({ slug, facts }) => (
          <dd key={slug}>
            <bdi>{facts.noticeId}</bdi>
          </dd>
        ))}
        <dt>{t('guide.receipt.left')}</dt>
        {left.length === 0 && <dd>{t('guide.receipt.nothing')}</dd>}
        {left.map(({ slug, step }) => (
          <dd key={`${slug} ${step.kind} ${step.platform ?? ''}`}>
            <TodoTitle step={step} frame={frame} />
          </dd>
        ))}
        <dt>{t('guide.receipt.from')}</dt>
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
