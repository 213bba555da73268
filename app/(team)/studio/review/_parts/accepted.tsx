import type { SubmissionView } from '#domain/review/read-submission.ts';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';

interface AcceptedProps {
  standing: SubmissionView['standing'];
  approval: SubmissionView['approval'];
  i18n: I18n;
}

/** What a text was submitted with, and by which words it was let stand. */
export function Accepted({ standing, approval, i18n: { t } }: AcceptedProps) {
  if (standing.length === 0) return null;
  return (
    <>
      <h2>{t(approval ? 'review.stands.accepted' : 'review.stands.asked')}</h2>
      <ul className="rows">
        {standing.map(({ rule, severity, line, column, message, request }, index) => {
          const reason = approval?.accepted[index]?.reason ?? null;
          return (
            <li key={`${line}:${column} ${rule}`}>
              <StatusBadge tone={severity === 'error' ? 'act' : 'recommended'}>{t('review.line', { line })}</StatusBadge>
              <p className="meta">
                <bdi>{message}</bdi>
              </p>
              {request !== null && (
                <p className="meta">
                  {t('review.stands.request')} <q dir="auto">{request}</q>
                </p>
              )}
              {reason !== null && (
                <p className="meta">
                  {t('review.stands.because')} <q dir="auto">{reason}</q>
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </>
  );
}
