import type { RecordedEntry } from '#domain/history/record/record.ts';
import type { I18n } from '#ui/i18n.ts';
import { Time } from '#ui/time.tsx';

interface AuditPartProps {
  entries: RecordedEntry[];
  isCut: boolean;
  i18n: I18n;
}

/** What the audit log has of it: each entry's hash, and the seal that holds it. */
export function AuditPart({ entries, isCut, i18n: { t, locale } }: AuditPartProps) {
  return (
    <section aria-labelledby="audit">
      <h2 id="audit">{t('record.audit')}</h2>
      <ul className="rows">
        {entries.map(({ seq, at, actor, verb, subject, outcome, hash, seal }) => (
          <li key={seq}>
            {t('record.entry', { seq })} · <Time at={at} locale={locale} /> · <code>{`${actor} ${verb} ${subject} ${outcome}`}</code>
            <br />
            <span className="meta">
              <code>{hash}</code> · {seal === null ? t('record.unsealed') : t.rich('record.seal', { at: <Time key="at" at={seal.sealedAt} locale={locale} /> })}{' '}
              {seal !== null && <code>{seal.hash}</code>}
            </span>
          </li>
        ))}
      </ul>
      {entries.length === 0 && <p className="meta">{t('record.none')}</p>}
      {isCut && <p>{t('record.moreAudit')}</p>}
    </section>
  );
}
