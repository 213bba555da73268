import { readFrontPage } from '#domain/studio/read-front-page.ts';
import { teamRequest } from '../../_http/team/team-page.ts';
import { KeysFoot } from '../_parts/keys/keys-foot.tsx';
import { Place } from '../_parts/place.tsx';
import { Clocks } from './_front/clocks.tsx';
import { DraftTable } from './_front/draft-table.tsx';
import { LiveTable } from './_front/live-table.tsx';
import { ScheduledTable } from './_front/scheduled-table.tsx';
import { WaitingTable } from './_front/waiting-table.tsx';
import { TemplateTable } from './new/_parts/template-table.tsx';
import { Troubles } from './_front/troubles.tsx';

/** What one would say on the phone when woken, and then the rest. */
export default async function FrontPage() {
  const request = await teamRequest();
  const { ctx, locale, site, t } = request;
  const { now, waiting, scheduled, live, drafts, promises, edition, troubles } = await readFrontPage(ctx, { locale });
  const yours = waiting.filter(({ waitsFor }) => waitsFor === 'you').length;
  const title = [
    yours > 0 ? t('studio.title.yours', { n: yours }) : live.length === 0 ? t('studio.title.none') : t('studio.title.writing', { n: drafts.length }),
    troubles.length === 0 ? t('studio.title.fine') : t('studio.title.wrong', { n: troubles.length }),
  ].join(' ');
  return (
    <>
      <Place />
      <main className="wrap" id="main" tabIndex={-1}>
        <section className={`verdict ${troubles.length > 0 ? 'act' : 'ok'}`} aria-labelledby="verdict">
          <h1 id="verdict">{title}</h1>
          <Troubles troubles={troubles} i18n={request} />
        </section>
        <div className="cols">
          <div>
            {live.length + drafts.length + waiting.length === 0 && (
              <section>
                <h2 id="templates">{t('begin.incident.choose')}</h2>
                <TemplateTable t={t} />
              </section>
            )}
            <WaitingTable now={now} waiting={waiting} i18n={request} />
            <ScheduledTable now={now} zone={site.timeZone ?? 'UTC'} scheduled={scheduled} i18n={request} />
            <DraftTable drafts={drafts} i18n={request} />
            <LiveTable live={live} i18n={request} />
          </div>
          <Clocks now={now} promise={promises[0] ?? null} edition={edition} i18n={request} />
        </div>
      </main>
      <KeysFoot t={t} keys={['rows', 'open', 'diff', 'new', 'go']} />
    </>
  );
}
