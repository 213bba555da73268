import { readLinks } from '#domain/review-links/read-links.ts';
import { readSubmission } from '#domain/review/read-submission.ts';
import { approveForm, askOutsideForm, commentForm, sendBackForm } from '#model/team/review.ts';
import { teamPaths } from '#paths';
import { Time } from '#ui/time.tsx';
import { found, keptFormOf, teamRequest } from '../../../../_http/team/team-page.ts';
import { KeysFoot } from '../../../_parts/keys/keys-foot.tsx';
import { Place } from '../../../_parts/place.tsx';
import { textHere } from '../../../_parts/text-name.ts';
import { ReviewRefused } from '../../../_parts/review-refused.tsx';
import { ActedOn } from '../_parts/acted-on.tsx';
import { CommentForm, Comments } from '../_parts/comments.tsx';
import { asksFor, Decision } from '../_parts/decision.tsx';
import { FactsDiff } from '../_parts/facts-diff.tsx';
import { Outside } from '../_parts/outside.tsx';
import { TextDiff } from '../_parts/text-diff.tsx';

interface ReviewPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ form?: string | string[] }>;
}

/** What a second person reads before their word: first what readers act on, then the text and the facts against what is live. */
export default async function ReviewPage({ params, searchParams }: ReviewPageProps) {
  const request = await teamRequest();
  const { ctx, locale, t } = request;
  const submission = await found(readSubmission(ctx, { id: Number((await params).id) }));
  const links = await readLinks(ctx, { submission: submission.id });
  const kept = await keptFormOf(request, await searchParams);
  const typed = kept && new URLSearchParams(kept.body);
  const { path, revision, changes, standing, author, at, liveSince, comments } = submission;
  const asks = asksFor(submission, request.actor.roles) ? [approveForm.name, sendBackForm.name] : [];
  const drawn = [commentForm.name, ...(submission.state === 'waiting' && submission.isNewest ? [askOutsideForm.name] : []), ...asks];
  const asked = standing.filter(({ severity }) => severity === 'error').length;
  return (
    <>
      <Place here={t('review.here', { path: textHere(path, t), n: revision })}>
        {submission.holds && <a href={teamPaths.publish(String(submission.id))}>{t('review.toPublish')}</a>}
      </Place>
      <main className="wrap" id="main" tabIndex={-1}>
        {kept && <ReviewRefused t={t} kept={kept} drawn={drawn} />}
        <section className={`verdict ${asked > 0 ? 'act' : standing.length > 0 ? 'rec' : 'ok'}`} aria-labelledby="verdict">
          <h1 id="verdict">
            {[
              t('review.title.changes', { n: changes.length }),
              ...(asked > 0 ? [t('review.title.errors', { n: asked })] : []),
              t(asked > 0 ? 'review.title.more' : 'review.title.warnings', { n: standing.length - asked }),
            ].join(' ')}
          </h1>
          <p className="meta">
            {t.rich('review.submitted', { author: <bdi key="author">{author}</bdi>, at: <Time key="at" at={at} locale={locale} /> })}{' '}
            {liveSince === null ? t('review.nothingLive') : t.rich('review.against', { at: <Time key="live" at={liveSince} locale={locale} /> })}
          </p>
        </section>
        <div className="cols">
          <div>
            <ActedOn changes={changes} of={submission.locale} i18n={request} />
            <TextDiff submission={submission} i18n={request} />
            <FactsDiff changes={submission.facts} i18n={request} />
            <section aria-labelledby="talk">
              <h2 id="talk">{t('review.talk')}</h2>
              <Comments comments={comments.filter(({ line }) => line === null)} i18n={request} />
              <CommentForm submission={submission.id} line={null} typed={kept?.form === 'comment' ? typed : null} i18n={request} />
            </section>
            <Outside submission={submission} links={links} typed={kept?.form === 'ask-outside' ? typed : null} i18n={request} />
          </div>
          <Decision submission={submission} kept={kept} roles={request.actor.roles} i18n={request} />
        </div>
      </main>
      <KeysFoot t={t} keys={['changes', 'number', 'comment', 'approve', 'back']} />
    </>
  );
}
