import { readDiscard } from '#domain/drafts/read-discard.ts';
import { teamPaths } from '#paths';
import { found, keptFormOf, teamRequest } from '../../../../_http/team/team-page.ts';
import { BeginRefused } from '../../../_parts/begin-refused.tsx';
import { KeysFoot } from '../../../_parts/keys/keys-foot.tsx';
import { Place } from '../../../_parts/place.tsx';
import { textHere } from '../../../_parts/text-name.ts';

interface DiscardPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ form?: string | string[] }>;
}

/** What would go with a text that nobody outside has read, and once more the question. */
export default async function DiscardPage({ params, searchParams }: DiscardPageProps) {
  const request = await teamRequest();
  const { ctx, t } = request;
  const { draft, path, locale, languages, isLive, updates } = await found(readDiscard(ctx, { id: Number((await params).id) }));
  const kept = await keptFormOf(request, await searchParams);
  const wasSubmitted = languages.some((one) => one.wasSubmitted);
  return (
    <>
      <Place section="incidents" here={textHere(path, t)} does={t('discard.title')}>
        <a href={teamPaths.draft(String(draft))}>{t('review.backToDraft')}</a>
      </Place>
      <main className="wrap" id="main" tabIndex={-1}>
        {kept && <BeginRefused t={t} kept={kept} />}
        <section className={`verdict ${isLive ? 'rec' : 'act'}`} aria-labelledby="verdict">
          <h1 id="verdict">{isLive ? t('discard.isLive') : t('discard.title')}</h1>
          <p className="meta">
            <bdi>{path}</bdi>
          </p>
        </section>
        {!isLive && (
          <form className="fields" method="post" action={teamPaths.discardNow(String(draft))}>
            <input type="hidden" name="version" value={languages.reduce((sum, one) => sum + one.version, 0)} />
            <fieldset className="field">
              <legend>{t('discard.what')}</legend>
              <label className="pick">
                <input type="radio" name="scope" value="language" defaultChecked />{' '}
                <span>{t('discard.language', { language: t(`word.language.${locale}`) })}</span>
              </label>
              <label className="pick">
                <input type="radio" name="scope" value="text" /> <span>{t('discard.text', { n: languages.length, updates })}</span>
              </label>
            </fieldset>
            <p className="meta">{wasSubmitted ? t('discard.submitted') : t('discard.gone')}</p>
            <p className="actions">
              <button className="btn act" type="submit">
                {t('discard.send')}
              </button>
              <a href={teamPaths.draft(String(draft))}>{t('discard.keep')}</a>
            </p>
          </form>
        )}
      </main>
      <KeysFoot t={t} keys={['go']} />
    </>
  );
}
