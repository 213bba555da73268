import { proseHash } from '#compiler/text/prose-hash.ts';
import type { Transaction } from '#domain/core/context.ts';
import type { IncidentStatus, PostKind } from '#generated/prisma/client.ts';
import type { Locale } from '#paths';

/** One locale of a post or of an update, as its author left it. */
export interface Text {
  kind: PostKind;
  /** Of the post. */
  slug: string;
  incidentId: number | null;
  /** Null for the post itself. */
  update: { slug: string; status: IncidentStatus; at: Date } | null;
  locale: Locale;
  source: string;
  /** SHA-256 (hex), as in `Revision.sourceHash`. */
  sourceHash: string;
  /** Accounts that wrote it in the studio; a revision that is there already has them beside those it had. */
  authorIds?: readonly bigint[];
  /** Of a translation: id of the revision whose words these follow. `renewed`: that they do is said anew, so the same words are a revision of their own. */
  follows?: { revision: number; renewed: boolean };
}

export interface SavedText {
  /** Id of the revision that the text now is. */
  revision: number;
  isNew: boolean;
}

/**
 * Makes a revision of each text that differs from its newest one, and answers in the order of `texts`. Posts and updates that
 * are new get their rows; those that are there stay as they are: publishing alone changes them. Six statements, however many texts.
 */
export async function saveTexts(tx: Transaction, texts: readonly Text[], now: Date): Promise<SavedText[]> {
  const postIds = await savePosts(tx, texts);
  const updateIds = await saveUpdates(tx, texts, postIds);
  const places = texts.map((text) => {
    const postId = postIds.get(postName(text)) as number;
    return { postId, updateId: text.update && (updateIds.get(placeName(postId, text.update.slug)) as number), locale: text.locale };
  });
  const newest = await newestRevisions(tx, [...postIds.values()]);
  const known = new Map(newest.map((row) => [placeName(row.postId, row.updateId, row.locale), row]));
  const standing = places.map(({ postId, updateId, locale }) => known.get(placeName(postId, updateId, locale)));
  const stands = ({ sourceHash, follows }: Text, index: number) =>
    standing[index]?.sourceHash === sourceHash && !(follows?.renewed && follows.revision !== standing[index]?.translationOfId);
  const changed = texts.flatMap((text, index) => {
    const { kind, update, source, sourceHash, authorIds = [], follows } = text;
    if (stands(text, index)) return [];
    const words = { source, sourceHash, proseHash: proseHash(source, update ? 'update' : kind), translationOfId: follows?.revision ?? null };
    return [{ ...(places[index] as (typeof places)[number]), ...words, createdAt: now, authorIds: [...authorIds] }];
  });
  for (const [index, text] of texts.entries())
    if (text.authorIds?.length && stands(text, index)) await addAuthors(tx, standing[index]?.id as number, text.authorIds);
  const made = await tx.revision.createManyAndReturn({ data: changed, select: { id: true, postId: true, updateId: true, locale: true } });
  const added = new Map(made.map((row) => [placeName(row.postId, row.updateId, row.locale), row.id]));
  return places.map(({ postId, updateId, locale }, index) => {
    const id = added.get(placeName(postId, updateId, locale));
    return { revision: id ?? (standing[index]?.id as number), isNew: id !== undefined };
  });
}

/** Nobody who has written the same again is forgotten: nobody approves their own text. */
async function addAuthors(tx: Transaction, revision: number, authorIds: readonly bigint[]): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Revision" SET "authorIds" = ARRAY(SELECT DISTINCT unnest("authorIds" || ${[...authorIds]}::bigint[]) ORDER BY 1) WHERE id = ${revision}`;
}

const postName = ({ kind, slug }: { kind: PostKind; slug: string }) => `${kind}/${slug}`;
const placeName = (...parts: (number | string | null)[]) => parts.join('/');

async function savePosts(tx: Transaction, texts: readonly Text[]): Promise<Map<string, number>> {
  const posts = new Map(texts.map(({ kind, slug, incidentId }) => [postName({ kind, slug }), { kind, slug, incidentId }]));
  await tx.post.createMany({ data: [...posts.values()], skipDuplicates: true });
  const rows = await tx.post.findMany({ where: { slug: { in: [...posts.values()].map(({ slug }) => slug) } }, select: { id: true, kind: true, slug: true } });
  return new Map(rows.filter((row) => posts.has(postName(row))).map((row) => [postName(row), row.id]));
}

async function saveUpdates(tx: Transaction, texts: readonly Text[], postIds: Map<string, number>): Promise<Map<string, number>> {
  const data = texts.flatMap(({ update, ...post }) => (update ? [{ ...update, postId: postIds.get(postName(post)) as number }] : []));
  await tx.update.createMany({ data, skipDuplicates: true });
  const rows = await tx.update.findMany({ where: { postId: { in: data.map(({ postId }) => postId) } }, select: { id: true, postId: true, slug: true } });
  return new Map(rows.map((row) => [placeName(row.postId, row.slug), row.id]));
}

interface NewestRevision {
  id: number;
  postId: number;
  updateId: number | null;
  locale: string;
  sourceHash: string;
  translationOfId: number | null;
}

function newestRevisions(tx: Transaction, postIds: number[]): Promise<NewestRevision[]> {
  return tx.$queryRaw<NewestRevision[]>`
    SELECT DISTINCT ON ("postId", "updateId", locale) id, "postId", "updateId", locale, "sourceHash", "translationOfId"
    FROM "Revision" WHERE "postId" = ANY(${postIds}::int[]) ORDER BY "postId", "updateId", locale, id DESC`;
}
