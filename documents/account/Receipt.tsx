import { t } from '#documents/messages.ts';
import type { AccountView } from '#domain/accounts/account-view.ts';
import { Time } from '#ui/Time.tsx';
import type { Frame } from './frame.ts';

/** What was done, when, for which account and why: to print or to keep. */
export function Receipt({ frame: { locale, site }, view, changedAt }: { frame: Frame; view: AccountView; changedAt: string }) {
  const say = t(locale);
  const answered = view.incidents.filter(({ todo }) => todo.some((step) => step.kind === 'change_password' && step.done));
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
          <Time at={changedAt} locale={locale} />
        </dd>
        {answered.length > 0 && <dt>{say('guide.receipt.notices', { n: answered.length })}</dt>}
        {answered.map(({ slug, facts }) => (
          <dd key={slug}>
            <bdi>{facts.noticeId}</bdi>
          </dd>
        ))}
        <dt>{say('guide.receipt.from')}</dt>
        <dd>
          <bdi>{site.legalName}</bdi>, <bdi>{site.host}</bdi>
        </dd>
      </dl>
    </section>
  );
}
