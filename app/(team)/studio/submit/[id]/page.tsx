import { readVerdict } from '#domain/review/read-verdict.ts';
import { submitForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { StatusBadge } from '#ui/status-badge.tsx';
import { found, keptFormOf, teamRequest } from '../../../../_http/team/team-page.ts';
import { KeysFoot } from '../../../_parts/keys/keys-foot.tsx';
import { Place } from '../../../_parts/place.tsx';
import { textHere } from '../../../_parts/text-name.ts';
import { ReviewRefused } from '../../../_parts/review-refused.tsx';
import { Requests } from '../_parts/requests.tsx';

interface SubmitPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ form?: string | string[] }>;
}

/** What stands between a draft and its review: errors that nobody may let stand, and what a second person is asked to. */
export default async function SubmitPage({ params, searchParams }: SubmitPageProps) {
  const request = await teamRequest();
  const { ctx, t } = request;
  const { draft, version, path, incident, final, standing, findings, waiting, isLive } = await found(readVerdict(ctx, { id: Number((await params).id) }));
  const kept = await keptFormOf(request, await searchParams);
  const asked = standing.filter(({ severity }) => severity === 'error').length;
  const open = final.length === 0 && waiting === null && !isLive;
  const title =
    final.length > 0
      ? t('review.submit.errors', { n: final.length })
      : waiting !== null
        ? t('review.refused.already_submitted')
        : isLive
          ? t('review.refused.live_already')
          : asked > 0
            ? t('review.submit.asks', { n: asked })
            : t('review.submit.ready', { n: standing.length });
  return (
    <>
      <Place here={textHere(path, t)} does={t('review.submit.open')}>
        {incident !== null && <a href={teamPaths.facts(String(incident))}>{t('incidents.facts')}</a>}
        <a href={teamPaths.draft(String(draft))}>{t('review.backToDraft')}</a>
      </Place>
      <main className="wrap" id="main" tabIndex={-1}>
        {kept && <ReviewRefused t={t} kept={kept} drawn={open ? [submitForm.name] : []} />}
        <section className={`verdict ${final.length > 0 ? 'act' : standing.length > 0 ? 'rec' : 'ok'}`} aria-labelledby="verdict">
          <h1 id="verdict">{title}</h1>
          {waiting !== null && (
            <p>
              <a href={teamPaths.review(String(waiting))}>{t('texts.review')}</a>
            </p>
          )}
        </section>
        {final.length > 0 && (
          <ul className="wrong">
            {final.map(({ line, column, message }) => (
              <li key={`${line}:${column} ${message}`}>
                <StatusBadge tone="act">{t('review.line', { line })}</StatusBadge>
                <p>
                  <bdi>{message}</bdi>
                </p>
              </li>
            ))}
          </ul>
        )}
        {open && (
          <form method="post" action={teamPaths.sendSubmission(String(draft))} data-form={submitForm.name} data-ctrl-enter="">
            <input type="hidden" name="version" value={version} />
            <input type="hidden" name="findings" value={findings} />
            <Requests standing={standing} typed={kept?.form === submitForm.name ? new URLSearchParams(kept.body).getAll('requests') : []} i18n={request} />
            <p className="actions">
              <button className="btn" type="submit">
                {t('review.submit.send', { n: asked })}
              </button>
            </p>
            <p className="meta">{t('review.submit.why')}</p>
          </form>
        )}
      </main>
      <KeysFoot t={t} keys={['submit', 'go']} />
    </>
  );
}
