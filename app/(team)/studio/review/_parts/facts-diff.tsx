import type { FactsChange } from '#domain/review/diff/facts-diff.ts';
import type { I18n } from '#ui/i18n.ts';
import { ChangedFacts } from './changed-facts.tsx';

/** What changed in the facts: place, was, is. They are the same in every language. */
export function FactsDiff({ changes, i18n: { t } }: { changes: FactsChange[]; i18n: I18n }) {
  return (
    <section aria-labelledby="facts-diff">
      <h2 id="facts-diff">
        {t('review.facts.title')} <small>{t('review.facts.against')}</small>
      </h2>
      {changes.length === 0 ? <p className="meta">{t('review.facts.none')}</p> : <ChangedFacts changes={changes} />}
    </section>
  );
}
