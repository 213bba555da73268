import { readPublishable } from '#domain/publishing/approved/read-publishable.ts';
import { teamPaths } from '#paths';
import { found, keptFormOf, teamRequest } from '../../../../_http/team/team-page.ts';
import { Place } from '../../../_parts/place.tsx';
import { ReviewRefused } from '../../../_parts/review-refused.tsx';
import { Alone } from '../_parts/alone.tsx';
import { LetStand } from '../_parts/let-stand.tsx';
import { Moves } from '../_parts/moves.tsx';
import { Out } from '../_parts/out.tsx';
import { Stops } from '../_parts/stops.tsx';
import { WhatGoesOut } from '../_parts/what-goes-out.tsx';

interface PublishPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ form?: string | string[] }>;
}

/** What goes out, what moves with it, what would stop it; and once it is out, where it can be seen. */
export default async function PublishPage({ params, searchParams }: PublishPageProps) {
  const request = await teamRequest();
  const { ctx, actor, t } = request;
  const { id } = await params;
  const publishable = await found(readPublishable(ctx, { id: Number(id) }));
  const kept = await keptFormOf(request, await searchParams);
  const { path, languages, last } = publishable;
  const ready = languages.filter(({ holds, isLive }) => holds && !isLive);
  const waiting = languages.filter(({ holds, isLive, isNewest, needsWaiver, state }) => !holds && !isLive && !needsWaiver && isNewest && state === 'waiting');
  const live = languages.filter(({ isLive }) => isLive);
  const title =
    ready.length > 0 ? t('publish.title.ready', { n: ready.length }) : live.length > 0 ? t('publish.title.live', { n: live.length }) : t('publish.title.none');
  return (
    <>
      <Place t={t} here={t.rich('publish.here', { path: <bdi key="path">{path}</bdi> })}>
        <a href={teamPaths.review(id)}>{t('publish.toReview')}</a>
      </Place>
      <main className="wrap" id="main" tabIndex={-1}>
        {kept && <ReviewRefused t={t} kept={kept} />}
        <section className={`verdict ${ready.length + live.length > 0 ? 'ok' : 'rec'}`} aria-labelledby="verdict">
          <h1 id="verdict">{title}</h1>
        </section>
        <div className="cols">
          <div>
            <form method="post" action={teamPaths.publishNow(id)}>
              <WhatGoesOut languages={languages} i18n={request} />
              {ready.length > 0 && (
                <p className="actions">
                  <button className="btn" type="submit">
                    {t('publish.now', { n: ready.length })}
                  </button>
                  <span className="meta">{t('publish.stepUp')}</span>
                </p>
              )}
            </form>
            <LetStand languages={[...ready, ...live]} i18n={request} />
            <Moves moves={publishable.moves} i18n={request} />
            <Stops publishable={publishable} ready={ready.length > 0} i18n={request} />
            {actor.roles.includes('admin') && waiting.length > 0 && (
              <Alone id={id} languages={waiting} typed={kept?.form === 'publish-alone' ? new URLSearchParams(kept.body) : null} i18n={request} />
            )}
          </div>
          <aside className="side" aria-label={t('publish.out.title')}>
            <h2>{t('publish.out.title')}</h2>
            {last === null ? <p className="meta">{t('publish.out.none')}</p> : <Out last={last} instances={publishable.instances} i18n={request} />}
          </aside>
        </div>
      </main>
    </>
  );
}
