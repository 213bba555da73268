import type { SubmissionView } from '#domain/review/read-submission.ts';
import { approveForm, sendBackForm } from '#model/team/review.ts';
import type { Role } from '#model/roles.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';

interface DecisionProps {
  submission: SubmissionView;
  /** A reason that was typed and refused. */
  typed: URLSearchParams | null;
  roles: readonly Role[];
  i18n: I18n;
}

/** How it stands, what a word would be bound to, and the word itself, where whoever looks may give it. */
export function Decision({ submission, typed, roles, i18n }: DecisionProps) {
  const { t, locale } = i18n;
  const { sourceHash, factsHash, approval, warnings, isOwn } = submission;
  const mayDecide = roles.some((role) => role === 'approver' || role === 'admin');
  return (
    <aside className="side" aria-label={t('review.decision.title')}>
      <h2>{t('review.decision.title')}</h2>
      <State submission={submission} i18n={i18n} />
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
      {isWaiting(submission) && !isOwn && mayDecide && <Forms submission={submission} typed={typed} i18n={i18n} />}
      {warnings.length > 0 && (
        <>
          <h2>{t('review.accepted')}</h2>
          <ul className="rows">
            {warnings.map(({ line, column, message }) => (
              <li key={`${line}:${column} ${message}`}>
                <StatusBadge tone="recommended">{t('review.line', { line })}</StatusBadge>
                <p className="meta">
                  <bdi>{message}</bdi>
                </p>
              </li>
            ))}
          </ul>
        </>
      )}
    </aside>
  );
}

function Forms({ submission: { id, sourceHash, factsHash }, typed, i18n: { t } }: Pick<DecisionProps, 'submission' | 'typed' | 'i18n'>) {
  const seen = (
    <>
      <input type="hidden" name="sourceHash" value={sourceHash} />
      <input type="hidden" name="factsHash" value={factsHash} />
    </>
  );
  return (
    <div className="decide">
      <p>{t('review.decision.bound')}</p>
      <form method="post" action={teamPaths.approve(String(id))} data-form={approveForm.name}>
        {seen}
        <button className="btn" type="submit">
          {t('review.decision.approve')}
        </button>
        <p className="meta">{t('review.decision.stepUp')}</p>
      </form>
      <form method="post" action={teamPaths.sendBack(String(id))} data-form={sendBackForm.name}>
        {seen}
        <label htmlFor="reason">{t('review.decision.reason')}</label>
        <textarea id="reason" name="reason" rows={3} maxLength={2000} required dir="auto" defaultValue={typed?.get('reason') ?? ''} />
        <button className="btn q" type="submit">
          {t('review.decision.back')}
        </button>
      </form>
    </div>
  );
}

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
