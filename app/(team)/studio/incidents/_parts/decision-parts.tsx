import type { RecordHead } from '#domain/history/record/record.ts';
import type { CorrectedChange } from '#model/edition.ts';
import type { I18n } from '#ui/i18n.ts';
import { sentenceIn } from '#ui/sentence-in.ts';
import { Time } from '#ui/time.tsx';

interface DecisionPartsProps {
  head: RecordHead;
  i18n: I18n;
}

/** What was corrected, who was asked for what, who published alone, and who approved what. */
export function DecisionParts({ head: { corrections, changes, orders, emergencies, approvals }, i18n: { t, locale } }: DecisionPartsProps) {
  const none = <p className="meta">{t('record.none')}</p>;
  const time = (at: string) => <Time key="at" at={at} locale={locale} />;
  return (
    <>
      <section aria-labelledby="corrections">
        <h2 id="corrections">{t('record.corrections')}</h2>
        {corrections.length === 0 && none}
        {corrections.map(({ at, was, now, why }) => (
          <dl key={at} className="pairs">
            <div>
              <dt>{time(at)}</dt>
              <dd>
                {t('record.was')}: {sentenceIn(was, locale)} {t('record.now')}: {sentenceIn(now, locale)} {t('record.why')}: {sentenceIn(why, locale)}
              </dd>
            </div>
          </dl>
        ))}
      </section>
      <section aria-labelledby="changes">
        <h2 id="changes">{t('record.changes')}</h2>
        {changes.length === 0 && none}
        <ul className="rows">
          {changes.map(({ path, edition, at, changes: values, why }) => (
            <li key={`${path} ${edition}`}>
              <bdi>{path}</bdi> · {t('record.edition_n', { n: edition })} · {time(at)}
              {values.map((change) => (
                <Values key={JSON.stringify(change)} change={change} />
              ))}
              {why !== null && <bdi>{why}</bdi>}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="orders">
        <h2 id="orders">{t('record.orders')}</h2>
        {orders.length === 0 && none}
        <ul className="rows">
          {orders.map(({ id, kind, proof, state, since, cohort, accounts, staff, countedAt }) => (
            <li key={id}>
              <code>{kind}</code> · <code>{state}</code> · {t.rich('record.since', { at: time(since) })} · {t('record.proof', { proof })}
              <br />
              {t.rich('record.asked', { accounts, staff, cohort: <bdi key="cohort">{cohort}</bdi>, at: time(countedAt) })}
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="emergencies">
        <h2 id="emergencies">{t('record.emergencies')}</h2>
        {emergencies.length === 0 && none}
        <ul className="rows">
          {emergencies.map(({ edition, at, by, reason }) => (
            <li key={edition}>
              {t('record.edition_n', { n: edition })} · {time(at)} · <bdi>{by}</bdi>
              <br />
              <bdi>{reason}</bdi>
            </li>
          ))}
        </ul>
      </section>
      <section aria-labelledby="approvals">
        <h2 id="approvals">{t('record.approvals')}</h2>
        {approvals.length === 0 && none}
        <ul className="rows">
          {approvals.map(({ path, revision, by, at, sourceHash, factsHash }) => (
            <li key={`${path} ${revision} ${at}`}>
              <bdi>{path}</bdi>, {t('studio.revision', { n: revision })} · {time(at)} · <bdi>{by}</bdi>
              <br />
              {t.rich('record.hash', { hash: <code key="hash">{sourceHash}</code> })}{' '}
              {factsHash !== '' && t.rich('record.factsHash', { hash: <code key="hash">{factsHash}</code> })}
            </li>
          ))}
        </ul>
      </section>
    </>
  );
}

/** What it was and what it is; a platform by its own name and the names of what it is asked for, as the facts write them. */
function Values({ change }: { change: CorrectedChange }) {
  const inWords = (value: CorrectedChange['was']) => (typeof value === 'object' && value !== null ? Object.values(value).join(' ') : value);
  return (
    <div>
      {change.kind === 'platform' && <code>{change.platform}</code>} {change.was !== null && <del dir="auto">{inWords(change.was)}</del>}{' '}
      {change.is !== null && <ins dir="auto">{inWords(change.is)}</ins>}
    </div>
  );
}
