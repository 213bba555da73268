import { readRename, type RenameView } from '#domain/drafts/rename/read-rename.ts';
import { MAX_SLUG } from '#model/team/slug.ts';
import { paths, teamPaths } from '#paths';
import { found, keptFormOf, teamRequest } from '../../../../_http/team/team-page.ts';
import { BeginRefused } from '../../../_parts/begin-refused.tsx';
import { KeysFoot } from '../../../_parts/keys/keys-foot.tsx';
import { Place } from '../../../_parts/place.tsx';
import { textHere } from '../../../_parts/text-name.ts';

interface RenamePageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ form?: string | string[] }>;
}

/** Another word in the address of a text that nobody outside has read. */
export default async function RenamePage({ params, searchParams }: RenamePageProps) {
  const request = await teamRequest();
  const { ctx, site, t } = request;
  const text = await found(readRename(ctx, { id: Number((await params).id) }));
  const { draft, path, kind, slug, isLive } = text;
  const kept = await keptFormOf(request, await searchParams);
  const typed = kept && new URLSearchParams(kept.body);
  return (
    <>
      <Place section={kind === 'note' ? 'notes' : 'incidents'} here={textHere(path, t)} does={t('rename.title')}>
        <a href={teamPaths.draft(String(draft))}>{t('review.backToDraft')}</a>
      </Place>
      <main className="wrap" id="main" tabIndex={-1}>
        {kept && <BeginRefused t={t} kept={kept} />}
        <section className={`verdict ${isLive ? 'rec' : ''}`} aria-labelledby="verdict">
          <h1 id="verdict">{isLive ? t('rename.isLive') : t('rename.title')}</h1>
          <p className="meta">
            <bdi>{site.host + addressOf(text)}</bdi>
          </p>
        </section>
        {!isLive && (
          <form className="fields" method="post" action={teamPaths.renameNow(String(draft))}>
            <input type="hidden" name="from" value={slug} />
            <div className="field">
              <label htmlFor="slug">{t('rename.label')}</label>
              <p className="help" id="slug-help">
                {t('rename.help', { kind })}
              </p>
              <input
                id="slug"
                name="slug"
                type="text"
                dir="ltr"
                required
                maxLength={MAX_SLUG}
                pattern="[a-z0-9]+(-[a-z0-9]+)*"
                autoCapitalize="none"
                autoComplete="off"
                spellCheck={false}
                aria-describedby="slug-help"
                defaultValue={typed?.get('slug') ?? slug}
              />
            </div>
            <p className="actions">
              <button className="btn" type="submit">
                {t('rename.send')}
              </button>
              <a href={teamPaths.draft(String(draft))}>{t('rename.keep')}</a>
            </p>
          </form>
        )}
      </main>
      <KeysFoot t={t} keys={['go']} />
    </>
  );
}

function addressOf({ kind, slug, advisory }: RenameView): string {
  if (kind === 'note') return paths.note('en', slug);
  return kind === 'update' ? paths.update('en', advisory ?? '', slug) : paths.advisory('en', slug);
}
