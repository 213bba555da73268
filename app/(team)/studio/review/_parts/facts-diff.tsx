import type { FactsChange } from '#domain/review/diff/facts-diff.ts';
import type { I18n } from '#ui/i18n.ts';

/** What changed in the facts: place, was, is. They are the same in every language. */
export function FactsDiff({ changes, i18n: { t } }: { changes: FactsChange[]; i18n: I18n }) {
  return (
    <section aria-labelledby="facts-diff">
      <h2 id="facts-diff">
        {t('review.facts.title')} <small>{t('review.facts.against')}</small>
      </h2>
      {changes.length === 0 ? (
        <p className="meta">{t('review.facts.none')}</p>
      ) : (
        <div className="diff">
          {changes.map(({ path, was, is }) => (
            <div className="row" key={path.join(' ')}>
              <span className="ln" />
              <div className="tx">
                <code dir="ltr">{path.join(' › ')}</code> {was !== null && <del dir="auto">{was}</del>} {is !== null && <ins dir="auto">{is}</ins>}
              </div>
            </div>
          ))}
        </div>
      )}
    </section>
  );
}
