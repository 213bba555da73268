import type { Standing } from '#domain/publishing/approved/standing.ts';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';

interface RequestsProps {
  standing: Standing[];
  /** What was typed and refused, in their order. */
  typed: string[];
  i18n: I18n;
}

/** What a second person is asked to let stand, each with room for a word about why. */
export function Requests({ standing, typed, i18n: { t } }: RequestsProps) {
  if (standing.length === 0) return null;
  return (
    <ul className="wrong asks">
      {standing.map(({ line, column, message, severity, rule }, index) => (
        <li key={`${line}:${column} ${message}`}>
          <StatusBadge tone={severity === 'error' ? 'act' : 'recommended'}>{t('review.line', { line })}</StatusBadge>
          <div>
            <p>
              <bdi>{message}</bdi>
            </p>
            <p className="meta">
              <code>{rule}</code>
            </p>
            <label htmlFor={`requests-${index}`}>{t(`review.submit.request.${severity}`)}</label>
            <textarea id={`requests-${index}`} name="requests" rows={2} maxLength={1000} dir="auto" defaultValue={typed[index] ?? ''} />
          </div>
        </li>
      ))}
    </ul>
  );
}
