import { readPublishable } from '#domain/publishing/approved/read-publishable.ts';
import { publishAloneForm, publishEarlierForm, publishNowForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { zonedMoment } from '#ui/zoned-moment.ts';
import { found, keptFormOf, teamRequest } from '../../../../_http/team/team-page.ts';
import { KeysFoot } from '../../../_parts/keys/keys-foot.tsx';
import { Place } from '../../../_parts/place.tsx';
import { textHere } from '../../../_parts/text-name.ts';
import { ReviewRefused } from '../../../_parts/review-refused.tsx';
import { Again } from '../_parts/again.tsx';
import { Alone } from '../_parts/alone.tsx';
import { LetStand } from '../_parts/let-stand.tsx';
import { Moves } from '../_parts/moves.tsx';
import { Out } from '../_parts/out.tsx';
import { Missed, Planned } from '../_parts/planned.tsx';
import { Reasons } from '../_parts/reasons.tsx';
import { Stops } from '../_parts/stops.tsx';
import { When } from '../_parts/when.tsx';
import { WhatGoesOut } from '../_parts/what-goes-out.tsx';

interface PublishPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ form?: string | string[] }>;
}

/** What goes out, what moves with it, what would stop it; and once it is out, where it can be seen. */
export default async function PublishPage({ params, searchParams }: PublishPageProps) {
  const request = await teamRequest();
  const { ctx, actor, t, site, locale } = request;
  const { id } = await params;
  const publishable = await found(readPublishable(ctx, { id: Number(id) }));
  const kept = await keptFormOf(request, await searchParams);
  const { path, languages, last, now, schedules } = publishable;
  const due = schedules.filter(({ missed }) => missed === null);
  const planned = new Set(due.flatMap(({ submissions }) => submissions));
  const ready = languages.filter(({ submission, holds, isLive }) => holds && !isLive && !planned.has(submission));
  const typed = kept?.form === 'publish-now' ? new URLSearchParams(kept.body) : null;
  const zone = site.timeZone ?? 'UTC';
  const waiting = languages.filter(({ holds, isLive, isNewest, needsWaiver, state }) => !holds && !isLive && !needsWaiver && isNewest && state === 'waiting');
  const live = languages.filter(({ isLive }) => isLive);
  const mayGoBack = (actor.roles.includes('approver') || actor.roles.includes('admin')) && publishable.earlier.length > 0;
  const mayAlone = actor.roles.includes('admin') && waiting.length > 0;
  const drawn = [
    ...(ready.length + due.length > 0 ? [publishNowForm.name] : []),
    ...(mayGoBack ? [publishEarlierForm.name] : []),
    ...(mayAlone ? [publishAloneForm.name] : []),
  ];
  const [next] = due;
  const title = next
    ? t('schedule.title', { at: zonedMoment(next.at, locale, next.zone) })
    : ready.length > 0
      ? t('publish.title.ready', { n: ready.length })
      : live.length > 0
        ? t('publish.title.live', { n: live.length })
        : t('publish.title.none');
  return (
    <>
      <Place here={t('publish.here', { path: textHere(path, t) })}>
        <a href={teamPaths.review(id)}>{t('publish.toReview')}</a>
      </Place>
      <main className="wrap" id="main" tabIndex={-1}>
        {kept && <ReviewRefused t={t} kept={kept} drawn={drawn} />}
        <section className={`verdict ${ready.length + live.length + due.length > 0 ? 'ok' : 'rec'}`} aria-labelledby="verdict">
          <h1 id="verdict">{title}</h1>
        </section>
        <div className="cols">
          <div>
            {schedules
              .filter(({ missed }) => missed !== null)
              .map((schedule) => (
                <Missed key={schedule.id} id={id} schedule={schedule} i18n={request} />
              ))}
            <form method="post" action={teamPaths.publishNow(id)} {...(ready.length > 0 && { 'data-ctrl-enter': '' })}>
              <WhatGoesOut languages={languages} planned={planned} i18n={request} />
              {ready.length > 0 && (
                <>
                  <Reasons languages={ready} typed={typed} i18n={request} />
                  <fieldset className="when">
                    <legend>{t('schedule.when')}</legend>
                    <label className="pick">
                      <input type="radio" name="when" value="now" defaultChecked={typed?.get('when') !== 'at'} />
                      <span>
                        <b>{t('schedule.now')}</b> <small>{t('schedule.nowNote')}</small>
                      </span>
                    </label>
                    <label className="pick">
                      <input type="radio" name="when" value="at" defaultChecked={typed?.get('when') === 'at'} />
                      <span>
                        <b>{t('schedule.at')}</b> <small>{t('schedule.atNote')}</small>
                      </span>
                    </label>
                    <When now={now} zone={zone} typed={typed?.get('instead') ? null : typed} i18n={request} />
                  </fieldset>
                  <p className="actions">
                    <button className="btn" type="submit">
                      {t('schedule.send', { n: ready.length })}
                    </button>
                    <span className="meta">{t('publish.stepUp')}</span>
                  </p>
                </>
              )}
            </form>
            {due.map((schedule) => (
              <Planned
                key={schedule.id}
                id={id}
                publishable={publishable}
                schedule={schedule}
                typed={typed?.get('instead') === String(schedule.id) ? typed : null}
                i18n={request}
              />
            ))}
            <LetStand languages={[...ready, ...live]} i18n={request} />
            <Moves moves={publishable.moves} logged={languages.filter(({ holds, corrections }) => holds && corrections.length > 0).length} i18n={request} />
            <Stops publishable={publishable} ready={ready.length + due.length > 0} planned={due.length > 0} i18n={request} />
            {mayGoBack && (
              <Again id={id} earlier={publishable.earlier} typed={kept?.form === 'publish-earlier' ? new URLSearchParams(kept.body) : null} i18n={request} />
            )}
            {mayAlone && <Alone id={id} languages={waiting} typed={kept?.form === 'publish-alone' ? new URLSearchParams(kept.body) : null} i18n={request} />}
          </div>
          <aside className="side" aria-label={t('publish.out.title')}>
            <h2>{t('publish.out.title')}</h2>
            {last === null ? <p className="meta">{t('publish.out.none')}</p> : <Out last={last} instances={publishable.instances} i18n={request} />}
          </aside>
        </div>
      </main>
      <KeysFoot t={t} keys={['submit', 'go']} />
    </>
  );
}
