import { listPictures } from '#domain/posts/pictures/list-pictures.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { addPictureForm, dropPictureForm, folderOf } from '#model/team/pictures/pictures.ts';
import { teamPaths } from '#paths';
import { ErrorSummary } from '#ui/error-summary.tsx';
import { keptFormOf, teamRequest } from '../../../_http/team/team-page.ts';
import { KeysFoot } from '../../_parts/keys/keys-foot.tsx';
import { Place } from '../../_parts/place.tsx';
import { PictureList } from './_parts/picture-list.tsx';
import { Upload } from './_parts/upload.tsx';
import { refusalWords, uploadWords } from './_parts/words.ts';

type Query = Record<'text' | 'after' | 'form', string | string[] | undefined>;

/** Pictures that are passed over: what an address says is no number is none. */
const passedOver = (after: unknown) => (typeof after === 'string' && /^[0-9]{1,6}$/.test(after) ? Number(after) : 0);

/** Every picture of every text, or of one: where it is used, how large it is, what is said of it; and a form for another. */
export default async function PicturesPage({ searchParams }: { searchParams: Promise<Query> }) {
  const request = await teamRequest();
  const { ctx, site, t } = request;
  const query = await searchParams;
  const text = typeof query.text === 'string' && folderOf(query.text) ? query.text : '';
  const folder = folderOf(text);
  const after = passedOver(query.after);
  const { pictures, folders, more } = await listPictures(ctx, { after, ...(folder && { folder }) });
  const kept = await keptFormOf(request, query.form === undefined ? {} : { form: query.form });
  const body = new URLSearchParams(kept?.body);
  const adding = kept?.form === addPictureForm.name ? kept : null;
  const standing = body.get('standing');
  const words = uploadWords(t);
  const unused = pictures.filter(({ usedIn, kept: shown }) => usedIn.length === 0 && !shown).length;
  const here = folders.find((open) => open.folder === text)?.path ?? pictures[0]?.path;
  return (
    <>
      {text === '' || !here ? <Place section="pictures" /> : <Place section="pictures" here={<bdi>{here}</bdi>} />}
      <main className="wrap" id="main" tabIndex={-1}>
        <section className="verdict" aria-labelledby="verdict">
          <h1 id="verdict">
            {pictures.length === 0
              ? t('pictures.none')
              : `${t('pictures.count', { n: pictures.length + after + more })} ${t('pictures.unusedCount', { n: unused })}`}
          </h1>
        </section>
        {kept && <ErrorSummary title={t('studio.refused.title')} errors={linesOf(kept)} />}
        <div className="cols">
          <section aria-labelledby="list">
            <h2 id="list">{t('pictures.list')}</h2>
            {pictures.length === 0 ? <p>{t('pictures.noneText')}</p> : <PictureList pictures={pictures} t={t} />}
            {more > 0 && (
              <a href={teamPaths.picturesOf({ ...(text !== '' && { text }), after: String(after + pictures.length) })}>{t('pictures.older', { n: more })}</a>
            )}
          </section>
          <div className="side">
            <h2 id="add">{words['upload.title']}</h2>
            {folders.length === 0 ? (
              <p>{t('pictures.closed')}</p>
            ) : (
              <Upload
                folders={folders.map(({ folder: value, path }) => ({ folder: value, path }))}
                chosen={text === '' ? (folders[0]?.folder ?? '') : text}
                locales={site.locales.map((locale) => ({ locale, name: t(`word.language.${locale}`), direction: LANGUAGES[locale].direction }))}
                words={words}
                typed={adding ? Object.fromEntries(body) : {}}
                refused={adding && { errors: adding.errors, reason: adding.reason, ...(standing !== null && { standing }) }}
              />
            )}
          </div>
        </div>
      </main>
      <KeysFoot t={t} keys={['go']} />
    </>
  );

  function linesOf({ form, errors, reason }: NonNullable<typeof kept>) {
    const fields = Object.entries(errors).map(([field, key]) => ({ field: fieldOf(field), message: refusalWords(words, key) }));
    if (form !== dropPictureForm.name && fields.length > 0) return fields;
    return [{ field: reason === 'name_taken' ? 'name' : null, message: refusalWords(words, reason ?? '') }];
  }

  function fieldOf(field: string): string | null {
    if (field === 'alt') return `alt_${site.locales[0]}`;
    return field === 'form' ? null : field.replace('alt.', 'alt_');
  }
}
