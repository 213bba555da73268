import { readDraft } from '#domain/drafts/read-draft.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { saveDraftForm } from '#model/team/drafts.ts';
import { teamPaths } from '#paths';
import { Time } from '#ui/time.tsx';
import { found, keptFormOf, teamRequest } from '../../../../_http/team/team-page.ts';
import { Place } from '../../../_parts/place.tsx';
import { Refused } from '../../../_parts/refused.tsx';

interface DraftPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ form?: string | string[] }>;
}

/** One text in one language, being written. Without a script it is a text field that saves. */
export default async function DraftPage({ params, searchParams }: DraftPageProps) {
  const request = await teamRequest();
  const { ctx, locale, t } = request;
  const draft = await found(readDraft(ctx, { id: Number((await params).id) }));
  const kept = await keptFormOf(request, await searchParams);
  const own = kept?.form === saveDraftForm.name ? new URLSearchParams(kept.body).get('source') : null;
  const moved = kept?.reason === 'draft_moved';
  const { direction } = LANGUAGES[draft.locale];
  return (
    <>
      <Place t={t} here={<bdi>{draft.path}</bdi>} />
      <main className="wrap" id="main" tabIndex={-1}>
        <h1>
          <bdi>{draft.path}</bdi>
        </h1>
        {kept && <Refused t={t} kept={kept} sentence={moved ? t('studio.draft.moved') : null} />}
        <form method="post" action={teamPaths.saveDraft(String(draft.id))}>
          <input type="hidden" name="version" value={draft.version} />
          <label htmlFor="source">{moved ? t('studio.draft.yours') : t('studio.draft.label')}</label>
          <textarea id="source" name="source" className="source" dir={direction} lang={draft.locale} rows={30} spellCheck defaultValue={own ?? draft.source} />
          <p className="actions">
            <button className="btn" type="submit">
              {moved ? t('studio.draft.saveMine') : t('studio.draft.save')}
            </button>
            <span className="meta">{t.rich('studio.draft.saved', { at: <Time key="at" at={draft.savedAt} locale={locale} /> })}</span>
          </p>
        </form>
        <form method="get" action={teamPaths.submit(String(draft.id))}>
          <button className="btn q" type="submit">
            {t('review.submit.open')}
          </button>
        </form>
        {moved && (
          <section aria-labelledby="theirs">
            <h2 id="theirs">{t('studio.draft.theirs')}</h2>
            <pre className="source" dir={direction} lang={draft.locale}>
              {draft.source}
            </pre>
          </section>
        )}
      </main>
    </>
  );
}
