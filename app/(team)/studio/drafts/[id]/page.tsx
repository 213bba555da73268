import { VOCABULARY } from '#compiler/grammar/vocabulary.ts';
import { checkDraft } from '#domain/drafts/check-draft.ts';
import { isRefusal } from '#domain/core/errors.ts';
import { listPictures } from '#domain/posts/pictures/list-pictures.ts';
import { readDraft } from '#domain/drafts/read-draft.ts';
import { readSource } from '#domain/translations/read-source.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { folderOf, type PictureFolder } from '#model/team/pictures/pictures.ts';
import { ACCOUNT_STATES } from '#model/team/account-states.ts';
import { saveDraftForm } from '#model/team/drafts.ts';
import { teamPaths } from '#paths';
import { Time } from '#ui/time.tsx';
import { found, keptFormOf, teamRequest } from '../../../../_http/team/team-page.ts';
import { KeysFoot } from '../../../_parts/keys/keys-foot.tsx';
import { Place } from '../../../_parts/place.tsx';
import { textHere, textName } from '../../../_parts/text-name.ts';
import { Refused } from '../../../_parts/refused.tsx';
import { Languages } from './_translation/languages.tsx';
import { SourceSide } from './_translation/source-side.tsx';
import { uploadWords } from '../../pictures/_parts/words.ts';
import { Editor } from './_editor/editor.tsx';
import { FactsInShort } from './_editor/facts-in-short.tsx';
import { editorWords } from './_editor/words.ts';

interface DraftPageProps {
  params: Promise<{ id: string }>;
  searchParams: Promise<{ form?: string | string[] }>;
}

/** What the palette offers. */
const PALETTE = Object.entries(VOCABULARY).map(([name, { attributes, required, content, inline }]) => ({
  name,
  attributes: Object.entries(attributes).map(([attribute, type]) => ({ name: attribute, type, required: required.includes(attribute) })),
  content,
  inline,
}));

/** One text in one language, being written. Without a script it is a text field that saves, with what the checker says below it. */
export default async function DraftPage({ params, searchParams }: DraftPageProps) {
  const request = await teamRequest();
  const { ctx, locale, site, t } = request;
  const draft = await found(readDraft(ctx, { id: Number((await params).id) }));
  const { id, version, source, savedAt, path, folder } = draft;
  const text = await readSource(ctx, { draft: id });
  const { pictures } = await listPictures(ctx, { folder: folderOf(folder) as PictureFolder });
  // The text comes even when too much is being checked.
  const checked = await checkDraft(ctx, { id }).catch((error: unknown) => (isRefusal(error) ? null : Promise.reject(error)));
  const kept = await keptFormOf(request, await searchParams);
  const brought = kept?.form === saveDraftForm.name ? new URLSearchParams(kept.body) : null;
  const own = brought?.get('source')?.replaceAll('\r\n', '\n') ?? null;
  const moved = kept?.reason === 'draft_moved';
  const { direction } = LANGUAGES[draft.locale];
  const label = moved ? t('studio.draft.yours') : t('studio.draft.label');
  const locales = [draft.locale, ...site.locales.filter((one) => one !== draft.locale)];
  const form = (
    <form method="post" action={teamPaths.saveDraft(String(id))}>
      <input type="hidden" name="version" value={version} />
      <label htmlFor="source">{label}</label>
      <textarea id="source" name="source" className="source" dir={direction} lang={draft.locale} rows={30} spellCheck defaultValue={own ?? source} />
      <p className="actions">
        <button className="btn" type="submit">
          {moved ? t('studio.draft.saveMine') : t('studio.draft.save')}
        </button>
        <span className="meta">{t.rich('studio.draft.saved', { at: <Time key="at" at={savedAt} locale={locale} /> })}</span>
        <a href={teamPaths.previewDraft(String(id))}>{t('editor.preview.open')}</a>
        {draft.kind !== 'note' &&
          ACCOUNT_STATES.map((state) => (
            <a key={state} href={`${teamPaths.previewDraft(String(id))}?account=${state}`}>
              {t(`editor.preview.account.${state}`)}
            </a>
          ))}
        <a href={teamPaths.picturesOf({ text: folder })}>{t('pictures.title')}</a>
      </p>
    </form>
  );
  return (
    <>
      <Place here={textHere(path, t)}>
        <a href={teamPaths.submit(String(id))} data-ctrl-enter="">
          {t('review.submit.open')}
        </a>
      </Place>
      <main className="wrap wide" id="main" tabIndex={-1}>
        <h1>{textName(path, t).called}</h1>
        <p className="meta">
          <bdi>{path}</bdi>
        </p>
        {kept && (
          <Refused t={t} kept={kept} sentence={moved ? t('studio.draft.moved') : kept.reason === 'source_moved' ? t('translations.source.moved') : null} />
        )}
        <Languages text={text} current={draft.locale} i18n={request} />
        {moved && (
          <section aria-labelledby="theirs">
            <h2 id="theirs">{t('studio.draft.theirs')}</h2>
            <pre className="source" dir={direction} lang={draft.locale}>
              {source}
            </pre>
          </section>
        )}
        <Editor
          id={id}
          saved={{ version, text: source, at: savedAt }}
          checked={checked}
          label={t('studio.draft.label')}
          locale={draft.locale}
          direction={direction}
          formatTag={LANGUAGES[locale].formatTag}
          palette={PALETTE}
          locales={locales.map((one) => ({ locale: one, name: t(`word.language.${one}`), direction: LANGUAGES[one].direction }))}
          folder={{ folder, path }}
          pictures={pictures.map(({ name, hash, alt }) => ({ name, hash, alt }))}
          uploadWords={uploadWords(t)}
          hasAccounts={draft.kind !== 'note'}
          words={editorWords(t)}
          source={text.source && <SourceSide draft={id} source={text.source} i18n={request} />}
          facts={draft.facts && <FactsInShort facts={draft.facts} i18n={request} />}
          refused={own === null ? null : { version: Number(brought?.get('version')), text: own }}
        >
          {form}
        </Editor>
      </main>
      <KeysFoot t={t} keys={['finding', 'submit', 'leave']} />
    </>
  );
}
