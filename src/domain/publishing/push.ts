import { join } from 'node:path';
import { z } from 'zod';
import { checkContent } from '#compiler/folder/check-content.ts';
import type { ContentFile } from '#compiler/folder/content.ts';
import { readContent } from '#compiler/folder/read-content.ts';
import type { Picture } from '#compiler/render/read-pictures.ts';
import { countRenders } from '#compiler/render/count-renders.ts';
import type { Renderer } from '#compiler/render/renderer.ts';
import { TOOLCHAIN } from '#compiler/render/toolchain.ts';
import { Invalid } from '#domain/core/errors.ts';
import { rendererOf } from '#domain/posts/renderer-of.ts';
import { verb } from '#domain/core/verb.ts';
import { namePictures } from '#domain/posts/name-pictures.ts';
import { saveFacts } from '#domain/incidents/save-facts.ts';
import { lockRevisions } from '#domain/posts/revision-lock.ts';
import { saveRenderings } from '#domain/posts/save-renderings.ts';
import type { Text } from '#domain/posts/save-texts.ts';
import { saveTranslated } from '#domain/posts/save-translated.ts';
import { sourceHash } from '#domain/posts/source-hash.ts';
import { toRendering } from '#domain/posts/to-rendering.ts';
import type { StoredRendering } from '#domain/posts/stored-rendering.ts';
import type { Facts } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import { LOCALES } from '#paths';
import { missingTexts } from '#domain/publishing/live/missing-texts.ts';
import type { NamedText } from './named-text.ts';
import { olderAmong } from '#domain/publishing/live/older-among.ts';
import { refuseRenamed } from './pushed/refuse-renamed.ts';
import { savePush } from './pushed/save-push.ts';
import { savePictures } from '#domain/posts/save-pictures.ts';
import { saveSite } from './pushed/save-site.ts';
import { whatIsLive } from '#domain/publishing/live/what-is-live.ts';

/** Milliseconds: an hour, by which a connection was lost and no push was long. */
const TIMEOUT_MS = 3_600_000;

export interface PushView {
  /** Number of the set that this push made: the last one's, when the folder says the same. */
  push: number;
  /** Files whose text, pictures or facts are new since the last push. */
  changed: string[];
  unchanged: number;
  /** `path:line:column rule: sentence`. */
  warnings: string[];
  /** What each text of the folder now is: what `publish` is given. */
  texts: NamedText[];
  /** Id of the revision that site.yaml now is. */
  site: number;
}

interface Prepared {
  site: Site;
  /** The YAML of it. */
  siteSource: string;
  /** By the incident's slug. */
  facts: Map<string, Facts>;
  /** The YAML of each. */
  factsSources: Map<string, string>;
  texts: { file: ContentFile; rendering: StoredRendering; pictures: Picture[]; translationOf: string | undefined }[];
  warnings: string[];
}

/**
 * Makes revisions of what a content folder holds: of its site, its incidents' facts and its texts, with what they look like. Publishes nothing,
 * and changes nothing that is published. Idempotent: the same content makes no second revision and no second set. What is live and not in the folder is a warning.
 * Throws Invalid, with `path:line:column` → sentence, when a file has an error or is a live text under another name; then nothing was changed.
 */
export const pushContent = verb({
  name: 'publishing/push',
  input: z.strictObject({}),
  timeoutMs: TIMEOUT_MS,
  async prepare(ctx): Promise<Prepared> {
    const { site, ...content } = await readContent(ctx.config.contentDir, { shiftMs: ctx.config.shiftMs, now: ctx.now });
    const postsAndPages = content.files.length + (content.siteFile?.pages.length ?? 0);
    const made = new Set((await ctx.db.picture.findMany({ select: { hash: true } })).map(({ hash }) => hash));
    const counted = countRenders(rendererOf(ctx), (done) => ctx.progress?.('Proving posts', done, postsAndPages));
    const renderer: Renderer = { ...counted, render: (post) => counted.render({ ...post, made }) };
    const results = await checkContent({ site, ...content }, renderer, undefined, await whatIsLive(ctx.db, site?.locales ?? LOCALES));
    const lines = results.flatMap(({ file, findings }) => findings.map((finding) => ({ ...finding, place: `${file}:${finding.line}:${finding.column}` })));
    const errors = lines.filter((line) => line.severity === 'error');
    if (errors.length > 0 || !site)
      throw new Invalid(
        Object.fromEntries(errors.map((line) => [line.place, `${line.rule}: ${line.message}`])),
        'The content has errors; nothing was changed.',
      );
    const texts = results.flatMap(({ source, result }) => {
      const rendering = toRendering(result);
      return source && rendering ? [{ file: source, rendering, pictures: result?.pictures ?? [], translationOf: result?.frontMatter?.translationOf }] : [];
    });
    return {
      site,
      siteSource: content.siteFile?.source ?? '',
      facts: new Map(content.incidents.flatMap(({ slug, facts }) => (facts ? [[slug, facts] as const] : []))),
      factsSources: new Map(content.incidents.flatMap(({ slug, source }) => (source === undefined ? [] : [[slug, source] as const]))),
      texts,
      warnings: lines.map((line) => `${line.place} ${line.rule}: ${line.message}`),
    };
  },
  async run(tx, ctx, _input, prepared): Promise<PushView> {
    await lockRevisions(tx);
    await refuseRenamed(
      tx,
      prepared.texts.map(({ file }) => file),
    );
    const missing = await missingTexts(
      tx,
      prepared.texts.map(({ file, rendering }) => ({ file, date: rendering.date })),
      new Set(prepared.facts.keys()),
    );
    const site = await saveSite(tx, prepared.site, prepared.siteSource, ctx.now);
    await savePictures(
      tx,
      prepared.texts.flatMap(({ pictures }) => pictures),
      (done, total) => ctx.progress?.('Storing pictures', done, total),
    );
    const facts = await saveFacts(tx, prepared.facts, ctx.now, [], prepared.factsSources);
    const factsOf = (file: ContentFile) => (file.incidentSlug === undefined ? undefined : facts.get(file.incidentSlug));
    const texts = prepared.texts.map(({ file, rendering, translationOf }) => ({
      ...toText(file, rendering, factsOf(file)?.incidentId ?? null),
      translationOf,
    }));
    const saved = await saveTranslated(tx, texts, ctx.now);
    await namePictures(
      tx,
      prepared.texts.map(({ pictures }, index) => ({ revision: saved[index]?.revision as number, pictures })),
    );
    const renderings = await saveRenderings(
      tx,
      prepared.texts.map(({ file, rendering }, index) => ({
        sourceHash: (texts[index] as Text).sourceHash,
        factsHash: factsOf(file)?.hash ?? '',
        toolchain: TOOLCHAIN,
        json: rendering,
      })),
    );
    const older = await olderAmong(
      tx,
      saved.map(({ revision }) => revision),
    );
    const changed = prepared.texts.filter(({ file }, index) => saved[index]?.isNew || factsOf(file)?.isNew).map(({ file }) => file.path);
    const named = prepared.texts.map(({ file }, index) => ({
      revision: saved[index]?.revision as number,
      facts: factsOf(file)?.revision ?? null,
      rendering: renderings[index] as number,
    }));
    return {
      push: await savePush(tx, { site, texts: named }, ctx.now),
      changed,
      unchanged: texts.length - changed.length,
      warnings: [
        ...prepared.warnings,
        ...missing.map((path) => `${join(ctx.config.contentDir, path)}:1:1 ${MISSING}`),
        ...prepared.texts.flatMap(({ file }, index) => (older.has(saved[index]?.revision as number) ? [`${file.path}:1:1 ${OLDER}`] : [])),
      ],
      texts: named,
      site,
    };
  },
  audit: (view) => ({ subject: `push:${view.push}`, detail: { changed: view.changed.length } }),
});

const MISSING =
  'structure/live-and-missing: This is live, and the folder has it no more. It stays live as it is. Put the file back, so that it can be corrected.';

const OLDER =
  'i18n/stale-translation: This translation is as it was, and the text that it translates has other words. Its readers are told so. Translate what changed, or say by "translationOf" that nothing has to be.';

function toText(file: ContentFile, { date, status, pictures }: StoredRendering, incidentId: number | null): Text {
  return {
    kind: file.kind === 'note' ? 'note' : 'advisory',
    slug: file.incidentSlug ?? file.slug,
    incidentId,
    update: file.kind === 'update' && status ? { slug: file.slug, status, at: new Date(date) } : null,
    locale: file.locale,
    source: file.source,
    sourceHash: sourceHash(file.source, pictures),
  };
}
