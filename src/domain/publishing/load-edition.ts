import type { PrismaClient } from '#generated/prisma/client.ts';
import { type Facts, factsSchema } from '#model/facts.ts';
import type { Locale } from '#paths';
import type { Edition, PublishedPost, PublishedText, PublishedUpdate, Rendered } from '#model/edition.ts';
import { loadPictures } from './load-pictures.ts';
import { siteSchema } from '#model/site.ts';

/** What `Rendering.json` holds. */
export interface StoredRendering {
  title: string;
  summary: string;
  /** The author's date; ISO 8601. */
  date: string;
  rendered: Rendered;
  /** Hashes of the pictures that it shows, in the order of the text. */
  pictures: string[];
}

/**
 * Reads the newest edition, or answers `previous` when it is the newest. Given a previous one, reads only the posts
 * that were published since, so that a publication costs the same with five advisories and with five hundred.
 */
export async function loadEdition(db: PrismaClient, previous: Edition | null): Promise<Edition | null> {
  const newest = await db.edition.findFirst({ orderBy: { number: 'desc' } });
  if (!newest || (previous && newest.number <= previous.number)) return previous;
  const since = previous?.number ?? 0;
  const changed = await db.publication.findMany({
    where: { editionNumber: { gt: since, lte: newest.number } },
    select: { postId: true },
    distinct: ['postId'],
  });
  const posts = await loadPosts(
    db,
    changed.map((row) => row.postId),
    newest.number,
  );
  const replaced = new Set(posts.map(identify));
  const kept = previous?.posts.filter((post) => !replaced.has(identify(post))) ?? [];
  // Posts of the same instant keep their order, whichever of them was published last: else every list would change with each.
  const all = [...kept, ...posts].sort((a, b) => b.publishedAt.localeCompare(a.publishedAt) || identify(a).localeCompare(identify(b)));
  return {
    number: newest.number,
    publishedAt: newest.publishedAt.toISOString(),
    site: siteSchema.parse(newest.site),
    posts: all,
    pictures: await loadPictures(db, all, previous?.pictures ?? new Map()),
  };
}

const identify = (post: PublishedPost) => `${post.kind}/${post.slug}`;

type Row = Awaited<ReturnType<typeof readPublications>>[number];

function readPublications(db: PrismaClient, postIds: number[], upTo: number) {
  return db.publication.findMany({
    where: { postId: { in: postIds }, editionNumber: { lte: upTo } },
    orderBy: { editionNumber: 'asc' },
    include: { post: true, update: true, facts: true, revision: { select: { sourceHash: true } } },
  });
}

async function loadPosts(db: PrismaClient, postIds: number[], upTo: number): Promise<PublishedPost[]> {
  const rows = await readPublications(db, postIds, upTo);
  const renderings = await readRenderings(db, rows);
  const byPost = Map.groupBy(rows, (row) => row.postId);
  return [...byPost.values()].map((group) => toPost(group, renderings));
}

/** Renderings by source and facts; a push leaves one of each. */
async function readRenderings(db: PrismaClient, rows: Row[]): Promise<Map<string, StoredRendering>> {
  const found = await db.rendering.findMany({ where: { sourceHash: { in: [...new Set(rows.map((row) => row.revision.sourceHash))] } } });
  return new Map(found.map((row) => [`${row.sourceHash} ${row.factsHash}`, row.json as unknown as StoredRendering]));
}

function toPost(rows: Row[], renderings: Map<string, StoredRendering>): PublishedPost {
  const own = rows.filter((row) => row.updateId === null);
  const first = rows[0] as Row;
  const texts = toTexts(own, renderings);
  const updates: PublishedUpdate[] = [
    ...Map.groupBy(
      rows.filter((row) => row.updateId !== null),
      (row) => row.updateId,
    ).values(),
  ]
    .map((group) => {
      const update = group[0]?.update as NonNullable<Row['update']>;
      return { slug: update.slug, status: update.status, at: update.at.toISOString(), texts: toTexts(group, renderings) };
    })
    .sort((a, b) => b.at.localeCompare(a.at));
  const shown = Object.values(texts);
  const changes = [...shown.map((text) => text.changedAt), ...updates.flatMap((update) => Object.values(update.texts).map((text) => text.changedAt))];
  const facts = own.findLast((row) => row.facts)?.facts?.json;
  return {
    kind: first.post.kind,
    slug: first.post.slug,
    publishedAt: shown.map((text) => text.publishedAt).sort()[0] ?? first.publishedAt.toISOString(),
    changedAt: changes.sort().at(-1) ?? first.publishedAt.toISOString(),
    texts,
    facts: facts ? (factsSchema.parse(facts) satisfies Facts) : null,
    status: updates[0]?.status ?? null,
    updates,
  };
}

/** A text counts from its author's date; a later publication of the same text counts from the instant it went out. */
function toTexts(rows: Row[], renderings: Map<string, StoredRendering>): Partial<Record<Locale, PublishedText>> {
  const texts: Partial<Record<Locale, PublishedText>> = {};
  for (const [locale, group] of Map.groupBy(rows, (row) => row.locale)) {
    const live = group.at(-1) as Row;
    const found = renderings.get(`${live.revision.sourceHash} ${live.facts?.hash ?? ''}`);
    if (!found) throw new Error(`Publication ${live.id} has no rendering.`);
    const publishedAt = new Date(found.date).toISOString();
    texts[locale as Locale] = {
      title: found.title,
      summary: found.summary,
      rendered: found.rendered,
      pictures: found.pictures,
      publishedAt,
      changedAt: group.length > 1 ? live.publishedAt.toISOString() : publishedAt,
    };
  }
  return texts;
}
