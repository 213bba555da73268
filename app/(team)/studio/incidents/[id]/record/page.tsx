import { readRecord } from '#domain/history/record/read-record.ts';
import { teamPaths } from '#paths';
import { Time } from '#ui/time.tsx';
import { found, teamRequest } from '../../../../../_http/team/team-page.ts';
import { KeysFoot } from '../../../../_parts/keys/keys-foot.tsx';
import { Place } from '../../../../_parts/place.tsx';
import { EventList } from '../../../history/_parts/event-list.tsx';
import { AuditPart } from '../../_parts/audit-part.tsx';
import { DecisionParts } from '../../_parts/decision-parts.tsx';
import { FactsPart } from '../../_parts/facts-part.tsx';
import { TextsPart } from '../../_parts/texts-part.tsx';
import { upTo } from '../../_parts/up-to.ts';

interface RecordPageProps {
  params: Promise<{ id: string }>;
}

/** Of one page to print; the JSON has all of them. */
const MAX_TEXTS = 60;
const MAX_ENTRIES = 1_000;

/** An incident's whole record on one page that prints well: for regulators and lawyers. */
export default async function RecordPage({ params }: RecordPageProps) {
  const request = await teamRequest();
  const { ctx, locale, t } = request;
  const { id } = await params;
  const record = await found(readRecord(ctx, { id: Number(id) }));
  const { head } = record;
  const texts = await upTo(record.publications, MAX_TEXTS);
  const audit = await upTo(record.audit, MAX_ENTRIES);
  const { edition, incident } = head;
  return (
    <>
      <Place section="incidents" here={t.rich('record.name', { slug: <bdi key="slug">{incident.slug}</bdi> })}>
        <a href={teamPaths.recordJson(id)}>{t('record.json')}</a>
      </Place>
      <main className="wrap record" id="main" tabIndex={-1}>
        <section className="verdict" aria-labelledby="verdict">
          <h1 id="verdict">{t('record.title', { notice: head.newestFacts?.noticeId ?? incident.slug })}</h1>
          <p>{t.rich('record.made', { at: <Time key="at" at={head.madeAt} locale={locale} />, by: <bdi key="by">{head.madeBy}</bdi> })}</p>
          <p>
            {edition === null
              ? t('record.noEdition')
              : t.rich('record.edition', { n: edition.number, at: <Time key="at" at={edition.publishedAt} locale={locale} /> })}{' '}
            {t('record.noCustomers')}
          </p>
        </section>
        <FactsPart facts={head.facts} i18n={request} />
        <DecisionParts head={head} i18n={request} />
        <section aria-labelledby="events">
          <h2 id="events">{t('history.events')}</h2>
          <EventList events={head.events} labelledBy="events" i18n={request} />
        </section>
        <TextsPart publications={texts.rows} isCut={texts.isCut} i18n={request} />
        <AuditPart entries={audit.rows} isCut={audit.isCut} i18n={request} />
      </main>
      <KeysFoot t={t} keys={['go']} />
    </>
  );
}
