import { readVerdict } from '#domain/review/read-verdict.ts';
import { teamPaths } from '#paths';
import { StatusBadge } from '#ui/status-badge.tsx';
import { found, keptFormOf, teamRequest } from '../../../../_http/team/team-page.ts';
import { Place } from '../../../_parts/place.tsx';
import { ReviewRefused } from '../../../_parts/review-refused.tsx';

interface SubmitPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ form?: string | string[] }>;
}

/** What stands between a draft and its review: errors, and the warnings that its author lets stand. */
export default async function SubmitPage({ params, searchParams }: SubmitPageProps) {
  const request = await teamRequest();
  const { ctx, t } = request;
  const { draft, version, path, incident, errors, warnings, warningsName } = await found(readVerdict(ctx, { id: Number((await params).id) }));
  const kept = await keptFormOf(request, await searchParams);
  const findings = [...errors.map((error) => ({ ...error, isError: true })), ...warnings.map((warning) => ({ ...warning, isError: false }))];
  const tone = errors.length > 0 ? 'act' : warnings.length > 0 ? 'rec' : 'ok';
  return (
    <>
      <Place t={t} here={<bdi>{path}</bdi>}>
        {incident !== null && <a href={teamPaths.facts(String(incident))}>{t('incidents.facts')}</a>}
        <a href={teamPaths.draft(String(draft))}>{t('review.backToDraft')}</a>
      </Place>
      <main className="wrap" id="main" tabIndex={-1}>
        {kept && <ReviewRefused t={t} kept={kept} />}
        <section className={`verdict ${tone}`} aria-labelledby="verdict">
          <h1 id="verdict">{errors.length > 0 ? t('review.submit.errors', { n: errors.length }) : t('review.submit.ready', { n: warnings.length })}</h1>
        </section>
        {findings.length > 0 && (
          <ul className="wrong">
            {findings.map(({ line, column, message, isError }) => (
              <li key={`${line}:${column} ${message}`}>
                <StatusBadge tone={isError ? 'act' : 'recommended'}>{t('review.line', { line })}</StatusBadge>
                <p>
                  <bdi>{message}</bdi>
                </p>
              </li>
            ))}
          </ul>
        )}
        {errors.length === 0 && (
          <form method="post" action={teamPaths.sendSubmission(String(draft))}>
            <input type="hidden" name="version" value={version} />
            {warnings.length > 0 && (
              <p>
                <label className="pick">
                  <input type="checkbox" id="warnings" name="warnings" value={warningsName} /> <span>{t('review.submit.accept', { n: warnings.length })}</span>
                </label>
              </p>
            )}
            <p className="actions">
              <button className="btn" type="submit">
                {t('review.submit.send')}
              </button>
            </p>
            <p className="meta">{t('review.submit.why')}</p>
          </form>
        )}
      </main>
    </>
  );
}
