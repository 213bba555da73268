import type { RecordedFacts } from '#domain/history/record/record.ts';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';
import { People } from '../../history/_parts/event-list.tsx';
import { ChangedFacts } from '../../review/_parts/changed-facts.tsx';

/** The facts state by state, each by what changed in it. */
export function FactsPart({ facts, i18n: { t, locale } }: { facts: RecordedFacts[]; i18n: I18n }) {
  return (
    <section aria-labelledby="facts">
      <h2 id="facts">{t('record.facts')}</h2>
      {facts.map(({ number, at, by, hash, changes, editions }) => (
        <article key={number}>
          <h3>{t('record.state', { n: number })}</h3>
          <p className="meta">
            <Time at={at} locale={locale} /> · <People by={by} fromFolder={by.length === 0} t={t} /> ·{' '}
            {t.rich('record.factsHash', { hash: <code key="hash">{hash}</code> })} ·{' '}
            {editions.length === 0 ? t('record.notOut') : t('record.in', { editions: editions.map((n) => t('record.edition_n', { n })).join(', ') })}
          </p>
          {number === 1 && <p className="meta">{t('record.firstState', { n: changes.length })}</p>}
          <ChangedFacts changes={changes} />
        </article>
      ))}
    </section>
  );
}
