import type { Live } from '#compiler/folder/check-content.ts';
import { storedTextPath, textPath } from '#domain/posts/text-path.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { type Facts, factsSchema } from '#model/facts.ts';
import { publicPaths } from '#model/public-paths.ts';
import type { Locale } from '#paths';
import { type LiveText, liveTexts } from './live-texts.ts';

/**
 * What the public can read already, for the checker: a link to it leads somewhere, and what is live word for word is judged no stricter than it was, and facts
 * that change are compared. Three statements. */
export async function whatIsLive(db: PrismaClient, locales: readonly Locale[]): Promise<Live> {
  const live = await liveTexts(db);
  const posts = [...Map.groupBy(live, ({ postId }) => postId).values()].flatMap((texts) => {
    const [first] = texts;
    if (!first) return [];
    const updates = [...new Set(texts.flatMap(({ updateSlug }) => updateSlug ?? []))].map((slug) => ({ slug }));
    return [{ kind: first.kind, slug: first.slug, updates }];
  });
  const revisions = await db.revision.findMany({ where: { id: { in: live.map(({ revisionId }) => revisionId) } }, select: { id: true, source: true } });
  const sources = new Map(revisions.map(({ id, source }) => [id, source]));
  const byPath = new Map(live.map((text) => [storedTextPath(text), sources.get(text.revisionId)]));
  return { paths: new Set(publicPaths(locales, posts)), has: (file) => byPath.get(textPath(file)) === file.source, facts: await factsOf(db, live) };
}

/** Of each advisory, those that one of its own texts was published with last. */
async function factsOf(db: PrismaClient, live: readonly LiveText[]): Promise<Map<string, Facts>> {
  const own = live.filter(({ kind, updateId, factsRevisionId }) => kind === 'advisory' && updateId === null && factsRevisionId !== null);
  const newest = new Map<string, number>();
  for (const { slug, factsRevisionId } of own) newest.set(slug, Math.max(newest.get(slug) ?? 0, factsRevisionId ?? 0));
  const rows = await db.factsRevision.findMany({ where: { id: { in: [...newest.values()] } }, select: { id: true, json: true } });
  const stored = new Map(rows.map(({ id, json }) => [id, json]));
  return new Map(
    [...newest].flatMap(([slug, id]) => {
      // Facts of an older shape are compared with nothing.
      const { data } = factsSchema.safeParse(stored.get(id));
      return data ? [[slug, data] as const] : [];
    }),
  );
}
