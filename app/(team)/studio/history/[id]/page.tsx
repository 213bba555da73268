import { readHistory } from '#domain/history/read-history.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { teamPaths } from '#paths';
import { found, teamRequest } from '../../../../_http/team/team-page.ts';
import { KeysFoot } from '../../../_parts/keys/keys-foot.tsx';
import { Place } from '../../../_parts/place.tsx';
import { Compared } from '../_parts/compared.tsx';
import { EventList } from '../_parts/event-list.tsx';
import { RevisionTable } from '../_parts/revision-table.tsx';

type Asked = Record<'was' | 'is' | 'read', string | string[] | undefined>;

interface HistoryOfPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<Partial<Asked>>;
}

/** The number of a revision as an address holds it. */
const NUMBER = /^[1-9][0-9]{0,8}$/;
const numberOf = (value: string | string[] | undefined) => (typeof value === 'string' && NUMBER.test(value) ? Number(value) : null);

/** Every revision of a text in every language, what became of them, any two compared and any one whole. */
export default async function HistoryOfPage({ params, searchParams }: HistoryOfPageProps) {
  const request = await teamRequest();
  const { ctx, t } = request;
  const asked = await searchParams;
  const [was, is, read] = [numberOf(asked.was), numberOf(asked.is), numberOf(asked.read)];
  const named = { ...(was !== null && { was }), ...(is !== null && { is }), ...(read !== null && { read }) };
  const history = await found(readHistory(ctx, { id: Number((await params).id), ...named }));
  const { slug, incidentId, texts, events, compared } = history;
  // What nobody chose yet: the two newest of the language that was written last.
  const newest = texts[0]?.revisions ?? [];
  const [latest] = newest;
  const before = newest.find(({ locale, id }) => locale === latest?.locale && id !== latest?.id);
  return (
    <>
      <Place section="history" here={<bdi>{slug}</bdi>}>
        {incidentId !== null && request.actor.roles.some((role) => role !== 'author') && (
          <a href={teamPaths.record(String(incidentId))}>{t('history.record')}</a>
        )}
      </Place>
      <main className="wrap" id="main" tabIndex={-1}>
        <section className="verdict" aria-labelledby="verdict">
          <h1 id="verdict">{t.rich('history.of', { slug: <bdi key="slug">{slug}</bdi> })}</h1>
        </section>
        {compared && <Compared compared={compared} i18n={request} />}
        {history.read && (
          <section aria-labelledby="read">
            <h2 id="read">{t('history.readTitle', { language: t(`word.language.${history.read.locale}`), n: history.read.number })}</h2>
            <pre className="source" lang={history.read.locale} dir={LANGUAGES[history.read.locale].direction}>
              {history.read.source}
            </pre>
          </section>
        )}
        <section aria-labelledby="revisions">
          <h2 id="revisions">{t('history.revisions')}</h2>
          <p className="meta">{t('history.choose')}</p>
          <form method="get" action={teamPaths.historyOf(String(history.postId))}>
            {texts.map((text) => (
              <RevisionTable
                key={text.update ?? ''}
                history={history}
                text={text}
                was={was ?? before?.id ?? null}
                is={is ?? latest?.id ?? null}
                i18n={request}
              />
            ))}
            <p className="actions">
              <button className="btn" type="submit">
                {t('history.compare')}
              </button>
            </p>
          </form>
        </section>
        <section aria-labelledby="events">
          <h2 id="events">{t('history.events')}</h2>
          <EventList events={events} labelledBy="events" i18n={request} />
        </section>
      </main>
      <KeysFoot t={t} keys={['go']} />
    </>
  );
}
