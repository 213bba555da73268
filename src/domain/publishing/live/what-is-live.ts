import type { Live } from '#compiler/folder/check-content.ts';
import { storedTextPath, textPath } from '#domain/posts/text-path.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { publicPaths } from '#model/public-paths.ts';
import type { Locale } from '#paths';
import { liveTexts } from './live-texts.ts';

/** What the public can read already, for the checker: a link to it leads somewhere, and what is live word for word is judged no stricter than it was. Two statements. */
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
  return { paths: new Set(publicPaths(locales, posts)), has: (file) => byPath.get(textPath(file)) === file.source };
}
