import { createHash } from 'node:crypto';
import { z } from 'zod';
import type { Transaction } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import type { Facts } from '#model/facts.ts';
import { checkContent } from '#compiler/folder/check-content.ts';
import type { Content, ContentFile } from '#compiler/folder/content.ts';
import { readContent } from '#compiler/folder/read-content.ts';
import type { Picture } from '#compiler/render/read-pictures.ts';
import { startRenderer } from '#compiler/render/renderer.ts';
import { TOOLCHAIN } from '#compiler/render/toolchain.ts';
import { verb } from '#domain/core/verb.ts';
import type { StoredRendering } from './load-edition.ts';
import type { Site } from '#model/site.ts';

export interface PushView {
  /** Files whose text, pictures or facts are new since the last push. */
  changed: string[];
  unchanged: number;
  warnings: string[];
}

interface Prepared {
  content: Content;
  renderings: Map<ContentFile, StoredRendering & { status?: string }>;
  pictures: Picture[];
  warnings: string[];
}

/**
 * Makes revisions of what a content folder holds. Nothing is published and nothing is changed when a file has an error:
 * Invalid then has `path:line:column` → sentence. Idempotent: the same text, pictures and facts make no second revision.
 */
export const pushContent = verb({
  name: 'publishing/push',
  input: z.strictObject({}),
  async prepare(ctx): Promise<Prepared> {
    const content = await readContent(ctx.config.contentDir, { shiftMs: ctx.config.shiftMs });
    const renderer = startRenderer();
    try {
      const results = await checkContent(content, renderer);
      const lines = results.flatMap(({ file, findings }) => findings.map((finding) => ({ ...finding, place: `${file}:${finding.line}:${finding.column}` })));
      const errors = lines.filter((line) => line.severity === 'error');
      if (errors.length > 0)
        throw new Invalid(
          Object.fromEntries(errors.map((line) => [line.place, `${line.rule}: ${line.message}`])),
          'The content has errors; nothing was changed.',
        );
      const renderings: Prepared['renderings'] = new Map();
      for (const { source, result } of results) {
        if (!source || !result?.frontMatter || !result.rendered) continue;
        const { title, summary, date, status } = result.frontMatter;
        const pictures = [...new Set(result.pictures.map(({ hash }) => hash))];
        renderings.set(source, { title, summary, date, rendered: result.rendered, pictures, ...(status ? { status } : {}) });
      }
      const pictures = results.flatMap(({ result }) => result?.pictures ?? []);
      return { content, renderings, pictures, warnings: lines.map((line) => `${line.place} ${line.rule}: ${line.message}`) };
    } finally {
      await renderer.close();
    }
  },
  async run(tx, ctx, _input, { content, renderings, pictures, warnings }): Promise<PushView> {
    await savePictures(tx, pictures);
    const facts = new Map<string, { incidentId: number; hash: string; isNew: boolean }>();
    for (const incident of content.incidents) {
      if (incident.facts) facts.set(incident.slug, await saveFacts(tx, incident.slug, incident.facts, ctx.now));
    }
    const changed: string[] = [];
    for (const [file, { status, ...rendering }] of renderings) {
      const incident = file.incidentSlug === undefined ? undefined : facts.get(file.incidentSlug);
      // No text holds NUL. An approval belongs to what is seen: another picture is another revision.
      const sourceHash = sha256([file.source, ...rendering.pictures].join('\0'));
      const revisionIsNew = await saveRevision(tx, file, { sourceHash, incidentId: incident?.incidentId ?? null, status, at: rendering.date, now: ctx.now });
      const key = { sourceHash, factsHash: incident?.hash ?? '' };
      await tx.rendering.deleteMany({ where: key });
      await tx.rendering.create({ data: { ...key, toolchain: TOOLCHAIN, json: JSON.parse(JSON.stringify(rendering)) } });
      if (revisionIsNew || incident?.isNew) changed.push(file.path);
    }
    return { changed, unchanged: renderings.size - changed.length, warnings };
  },
  audit: (view) => ({ subject: 'content', detail: { changed: view.changed.length } }),
});

/** The site of a content folder that has passed its check. */
export async function readSite(contentDir: string, shiftMs: number): Promise<Site> {
  const { site } = await readContent(contentDir, { shiftMs });
  if (!site) throw new Invalid({ 'site.yaml': 'is missing or has errors' }, 'content/site.yaml can’t be read.');
  return site;
}

async function savePictures(tx: Transaction, pictures: Picture[]): Promise<void> {
  const data = pictures.map(({ hash, bytes, width, height }) => ({ hash, bytes: new Uint8Array(bytes), width, height }));
  await tx.picture.createMany({ data, skipDuplicates: true });
}

async function saveFacts(tx: Transaction, slug: string, facts: Facts, now: Date) {
  const detectedAt = new Date(facts.detectedAt);
  const title = facts.title.en ?? slug;
  const incident = await tx.incident.upsert({ where: { slug }, create: { slug, title, detectedAt }, update: { title, detectedAt } });
  const json = JSON.parse(JSON.stringify(facts));
  const hash = sha256(JSON.stringify(json));
  const newest = await tx.factsRevision.findFirst({ where: { incidentId: incident.id }, orderBy: { id: 'desc' } });
  const isNew = newest?.hash !== hash;
  // Facts that return to an earlier state are a new row: the newest one counts.
  if (isNew) await tx.factsRevision.create({ data: { incidentId: incident.id, json, hash, createdAt: now } });
  return { incidentId: incident.id, hash, isNew };
}

interface RevisionFacts {
  sourceHash: string;
  incidentId: number | null;
  status: string | undefined;
  at: string;
  now: Date;
}

async function saveRevision(tx: Transaction, file: ContentFile, { sourceHash, incidentId, status, at, now }: RevisionFacts): Promise<boolean> {
  const kind = file.kind === 'note' ? 'note' : 'advisory';
  const slug = file.incidentSlug ?? file.slug;
  const post = await tx.post.upsert({ where: { kind_slug: { kind, slug } }, create: { kind, slug, incidentId }, update: { incidentId } });
  let updateId: number | null = null;
  if (file.kind === 'update') {
    const state = { status: status as 'investigating', at: new Date(at) };
    const update = await tx.update.upsert({
      where: { postId_slug: { postId: post.id, slug: file.slug } },
      create: { postId: post.id, slug: file.slug, ...state },
      update: state,
    });
    updateId = update.id;
  }
  const newest = await tx.revision.findFirst({
    where: { postId: post.id, updateId, locale: file.locale },
    orderBy: { id: 'desc' },
    select: { sourceHash: true },
  });
  if (newest?.sourceHash === sourceHash) return false;
  await tx.revision.create({ data: { postId: post.id, updateId, locale: file.locale, source: file.source, sourceHash, createdAt: now } });
  return true;
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
