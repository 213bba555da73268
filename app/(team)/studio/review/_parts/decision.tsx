import type { KeptForm } from '#domain/kept-forms/kept-form.ts';
import type { SubmissionView } from '#domain/review/read-submission.ts';
import type { Role } from '#model/roles.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { Accepted } from './accepted.tsx';
import { DecisionForms } from './decision-forms.tsx';

interface DecisionProps {
  submission: SubmissionView;
  /** A decision that was refused. */
  kept: KeptForm | null;
  roles: readonly Role[];
  i18n: I18n;
}

/** How it stands, what a word would be bound to, and the word itself, where whoever looks may give it. */
export function Decision({ submission, kept, roles, i18n }: DecisionProps) {
  const { t, locale } = i18n;
  const { sourceHash, factsHash, approval, standing, isOwn, newer } = submission;
  const mayDecide = isDecider(roles);
  const isAsked = asksFor(submission, roles);
  return (
    <aside className="side" aria-label={t('review.decision.title')}>
      <h2>{t('review.decision.title')}</h2>
      <State submission={submission} i18n={i18n} />
      {newer !== null && (
        <p className="actions">
          {newer.compared && (
            <a
              href={`${teamPaths.historyOf(String(newer.compared.post))}?${new URLSearchParams({ was: String(newer.compared.was), is: String(newer.compared.is) })}`}
            >
              {t('review.decision.changed')}
            </a>
          )}
          <a href={teamPaths.review(String(newer.submission))}>{t('review.decision.newer')}</a>
        </p>
      )}
      {approval && (
        <p className="meta">
          {t.rich('review.decision.approvedBy', { by: <bdi key="by">{approval.by}</bdi>, at: <Time key="at" at={approval.at} locale={locale} /> })}
        </p>
      )}
      <dl className="pairs">
        <div>
          <dt>{t('review.decision.text')}</dt>
          <dd>
            <code>{short(sourceHash)}</code>
          </dd>
        </div>
        <div>
          <dt>{t('review.decision.facts')}</dt>
          <dd>{factsHash === '' ? t('review.decision.noFacts') : <code>{short(factsHash)}</code>}</dd>
        </div>
      </dl>
      {isWaiting(submission) && isOwn && <p>{t('review.decision.own')}</p>}
      {isWaiting(submission) && !isOwn && !mayDecide && <p>{t('review.decision.role')}</p>}
      {isAsked && <DecisionForms submission={submission} kept={kept} i18n={i18n} />}
      {!isAsked && <Accepted standing={standing} approval={approval} i18n={i18n} />}
    </aside>
  );
}

/** Whether the forms for a word stand there. */
export function asksFor(submission: SubmissionView, roles: readonly Role[]): boolean {
  return isWaiting(submission) && !submission.isOwn && isDecider(roles);
}

const isDecider = (roles: readonly Role[]) => roles.some((role) => role === 'approver' || role === 'admin');
const isWaiting = ({ state, isNewest }: SubmissionView) => state === 'waiting' && isNewest;

function State({ submission, i18n: { t } }: Pick<DecisionProps, 'submission' | 'i18n'>) {
  const { state, holds, isLive } = submission;
  if (isLive) return <StatusBadge tone="ok">{t('review.state.live')}</StatusBadge>;
  if (holds) return <StatusBadge tone="ok">{t('review.state.approved')}</StatusBadge>;
  if (isWaiting(submission)) return <StatusBadge tone="progress">{t('review.state.waiting')}</StatusBadge>;
  if (state === 'sent_back') return <StatusBadge tone="recommended">{t('review.state.sent_back')}</StatusBadge>;
  return <StatusBadge tone="recommended">{t(submission.approval ? 'review.state.ended' : 'review.state.replaced')}</StatusBadge>;
}

const short = (hash: string) => `${hash.slice(0, 4)} ${hash.slice(4, 8)}`;
