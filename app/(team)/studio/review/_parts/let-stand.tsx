import type { Standing } from '#domain/publishing/approved/standing.ts';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';

interface LetStandProps {
  standing: Standing[];
  /** What was ticked and typed, and refused. */
  typed: URLSearchParams | null;
  i18n: I18n;
}

/** What an approver lets stand: a warning by a tick, an error by a reason. The first of each kind is where a refusal leads. */
export function LetStand({ standing, typed, i18n: { t } }: LetStandProps) {
  const ticked = new Set(typed?.getAll('ticked'));
  const reasons = typed?.getAll('reasons') ?? [];
  let warnings = 0;
  let errors = 0;
  return (
    <ul className="rows stands">
      {standing.map(({ rule, severity, line, column, message, request }, index) => {
        const isError = severity === 'error';
        const nth = isError ? errors++ : warnings++;
        const id = `${isError ? 'reasons' : 'ticked'}${nth === 0 ? '' : `-${nth}`}`;
        return (
          <li key={`${line}:${column} ${rule}`}>
            <StatusBadge tone={isError ? 'act' : 'recommended'}>{t('review.line', { line })}</StatusBadge>
            <p>
              <bdi>{message}</bdi>
            </p>
            {request !== null && (
              <p className="meta">
                {t('review.stands.request')} <q dir="auto">{request}</q>
              </p>
            )}
            {isError ? (
              <>
                <label htmlFor={id}>{t('review.stands.reason', { line })}</label>
                <textarea id={id} name="reasons" rows={2} maxLength={1000} required dir="auto" defaultValue={reasons[nth] ?? ''} />
              </>
            ) : (
              <label className="pick">
                <input type="checkbox" id={id} name="ticked" value={index} required defaultChecked={ticked.has(String(index))} />{' '}
                <span>{t('review.stands.tick', { line })}</span>
              </label>
            )}
          </li>
        );
      })}
    </ul>
  );
}
