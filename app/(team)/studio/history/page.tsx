import { newestEvents } from '#domain/history/newest-events.ts';
import { teamPaths } from '#paths';
import { teamRequest } from '../../../_http/team/team-page.ts';
import { KeysFoot } from '../../_parts/keys/keys-foot.tsx';
import { Place } from '../../_parts/place.tsx';
import { EventList } from './_parts/event-list.tsx';

interface HistoryPageProps {
  searchParams: Promise<{ page?: string | string[] }>;
}

/** A page's number as an address holds it; the first for anything else. */
const PAGE = /^[1-9][0-9]{0,3}$/;

/** What was done with all texts, the newest first. */
export default async function HistoryPage({ searchParams }: HistoryPageProps) {
  const request = await teamRequest();
  const { ctx, t } = request;
  const { page: asked } = await searchParams;
  const page = typeof asked === 'string' && PAGE.test(asked) ? Number(asked) : 1;
  const { events, isLast } = await newestEvents(ctx, { page });
  const to = (n: number) => `${teamPaths.history()}?${new URLSearchParams({ page: String(n) })}`;
  return (
    <>
      <Place section="history" />
      <main className="wrap" id="main" tabIndex={-1}>
        <section className="verdict" aria-labelledby="verdict">
          <h1 id="verdict">{t('history.title', { n: events.length })}</h1>
        </section>
        {events.length > 0 && <EventList events={events} labelledBy="verdict" i18n={request} />}
        <p className="actions">
          {page > 1 && <a href={to(page - 1)}>{t('history.later')}</a>}
          {!isLast && <a href={to(page + 1)}>{t('history.earlier')}</a>}
        </p>
      </main>
      <KeysFoot t={t} keys={['rows', 'open', 'go']} />
    </>
  );
}
