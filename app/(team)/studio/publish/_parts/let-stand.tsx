import type { PublishableLanguage } from '#domain/publishing/approved/read-publishable.ts';
import { teamPaths } from '#paths';
import type { I18n } from '#ui/i18n.ts';
import { StatusBadge } from '#ui/status-badge.tsx';

/** What of these languages an approver let stand, and why. */
export function LetStand({ languages, i18n: { t } }: { languages: PublishableLanguage[]; i18n: I18n }) {
  const rows = languages.flatMap(({ accepted, locale, submission }) => accepted.map((one) => ({ ...one, locale, submission })));
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{t('review.stands.accepted')}</h2>
      <ul className="rows">
        {rows.map(({ rule, severity, line, column, words, reason, locale, submission }) => (
          <li key={`${submission} ${line}:${column} ${rule}`}>
            <StatusBadge tone={severity === 'error' ? 'act' : 'recommended'}>{`${t(`word.language.${locale}`)}, ${t('review.line', { line })}`}</StatusBadge>
            <p className="meta">
              <code>{rule}</code> {words !== '' && <q dir="auto">{words}</q>}
            </p>
            {reason !== null && (
              <p className="meta">
                {t('review.stands.because')} <q dir="auto">{reason}</q>
              </p>
            )}
            <p className="meta">
              <a href={teamPaths.review(String(submission))}>{t('publish.toReview')}</a>
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
