import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import type { StoredRendering } from '#domain/posts/stored-rendering.ts';
import type { Corrected, PublishedPost, PublishedText, PublishedUpdate } from '#model/edition.ts';
import { type Facts, factsSchema } from '#model/facts.ts';
import { newestUpdateFirst } from '#model/newest-update-first.ts';
import { LOCALES, type Locale } from '#paths';
import { newerIn, type ShownText } from './live/newer-in.ts';
import { unknownShape } from './unknown-shape.ts';

type Database = PrismaClient | Transaction;
type Row = Awaited<ReturnType<typeof readPublications>>[number];

/** What publications point at. */
interface Named {
  renderings: Map<number, StoredRendering>;
  facts: Map<number, Facts>;
  /** By post. */
  alone: Map<number, PublishedPost['alone']>;
  /** By the place of a text. */
  corrected: Map<string, Corrected[]>;
  /** The promise that the newest edition which said so says is broken, by post. */
  late: Map<number, Date>;
}

/** Posts as they were published up to an edition. Throws Invalid, naming the post, when its facts are not of this build's shape. */
export async function loadPosts(db: Database, postIds: number[], upTo: number): Promise<PublishedPost[]> {
  const rows = await readPublications(db, postIds, upTo);
  const named = {
    renderings: await readRenderings(db, rows),
    facts: await readFacts(db, rows),
    alone: await readAlone(db, postIds, upTo),
    corrected: await readCorrected(db, postIds, upTo),
    late: await readLate(db, postIds, upTo),
  };
  return [...Map.groupBy(rows, (row) => row.postId).values()].map((group) => toPost(group, named));
}

/** Oldest first; of one edition, in the order in which they were written. */
function readPublications(db: Database, postIds: number[], upTo: number) {
  return db.publication.findMany({
    where: { postId: { in: postIds }, editionNumber: { lte: upTo } },
    orderBy: [{ editionNumber: 'asc' }, { id: 'asc' }],
    select: {
      postId: true,
      updateId: true,
      locale: true,
      revisionId: true,
      factsRevisionId: true,
      renderingId: true,
      publishedAt: true,
      post: { select: { kind: true, slug: true, formerSlugs: { where: { updateId: null }, select: { slug: true }, orderBy: { id: 'asc' } } } },
      update: { select: { slug: true, formerSlugs: { select: { slug: true }, orderBy: { id: 'asc' } } } },
      revision: { select: { sourceHash: true, proseHash: true, translationOf: { select: { id: true, locale: true, proseHash: true } } } },
    },
  });
}

const placeOf = (row: Pick<Row, 'postId' | 'updateId' | 'locale'>) => `${row.postId}/${row.updateId}/${row.locale}`;

/** Of what each text is now: earlier renderings stay unread. */
async function readRenderings(db: Database, rows: Row[]): Promise<Named['renderings']> {
  const live = [...new Map(rows.map((row) => [placeOf(row), row.renderingId])).values()];
  const found = await db.rendering.findMany({ where: { id: { in: live } }, select: { id: true, json: true } });
  return new Map(found.map(({ id, json }) => [id, json as unknown as StoredRendering]));
}

/** Of each post, those that its own texts were published with last, and the newest that any of its texts was. */
async function readFacts(db: Database, rows: Row[]): Promise<Named['facts']> {
  const newest = new Map(rows.filter(hasOwnFacts).map((row) => [row.postId, row]));
  const ids = [...[...newest.values()].map((row) => row.factsRevisionId as number), ...newestFacts(rows).values()];
  const found = await db.factsRevision.findMany({ where: { id: { in: ids } }, select: { id: true, json: true, incident: { select: { slug: true } } } });
  return new Map(
    found.map(({ id, json, incident }) => {
      const parsed = factsSchema.safeParse(json);
      if (!parsed.success)
        throw new Invalid(
          unknownShape(`incidents/${incident.slug}`, parsed.error),
          `the facts of "${incident.slug}" are not of the shape that this build knows`,
        );
      return [id, parsed.data];
    }),
  );
}

/** Of each post, the publications that one person made alone. */
async function readAlone(db: Database, postIds: number[], upTo: number): Promise<Named['alone']> {
  const rows = await db.emergency.findMany({
    where: { editionNumber: { lte: upTo }, edition: { publications: { some: { postId: { in: postIds } } } } },
    orderBy: { editionNumber: 'asc' },
    select: { at: true, reason: true, edition: { select: { publications: { select: { postId: true } } } } },
  });
  const entries = rows.flatMap(({ at, reason, edition }) =>
    [...new Set(edition.publications.map(({ postId }) => postId))].map((postId) => ({ postId, entry: { at: at.toISOString(), reason } })),
  );
  const grouped = Map.groupBy(entries, ({ postId }) => postId);
  return new Map([...grouped].map(([postId, some]) => [postId, some.map(({ entry }) => entry)]));
}

/** Of each text, what publications changed that readers act on. */
async function readCorrected(db: Database, postIds: number[], upTo: number): Promise<Named['corrected']> {
  const rows = await db.correction.findMany({
    where: { postId: { in: postIds }, editionNumber: { lte: upTo } },
    orderBy: [{ editionNumber: 'asc' }, { id: 'asc' }],
  });
  const grouped = Map.groupBy(rows, placeOf);
  const toEntry = ({ at, changes, why }: (typeof rows)[number]): Corrected => ({
    at: at.toISOString(),
    changes: changes as unknown as Corrected['changes'],
    why,
  });
  return new Map([...grouped].map(([place, some]) => [place, some.map(toEntry)]));
}

async function readLate(db: Database, postIds: number[], upTo: number): Promise<Named['late']> {
  const rows = await db.late.findMany({ where: { postId: { in: postIds }, editionNumber: { lte: upTo } }, orderBy: { editionNumber: 'asc' } });
  return new Map(rows.map(({ postId, by }) => [postId, by]));
}

/** The newest facts that any text of a post was published with. */
function newestFacts(rows: Row[]): Map<number, number> {
  const newest = new Map<number, number>();
  for (const { postId, factsRevisionId } of rows) if (factsRevisionId !== null) newest.set(postId, Math.max(newest.get(postId) ?? 0, factsRevisionId));
  return newest;
}

const hasOwnFacts = (row: Row) => row.updateId === null && row.factsRevisionId !== null;

function toPost(rows: Row[], named: Named): PublishedPost {
  const { post, publishedAt } = rows[0] as Row;
  const texts = toTexts(
    rows.filter((row) => row.updateId === null),
    named,
  );
  const byUpdate = Map.groupBy(
    rows.filter((row) => row.updateId !== null),
    (row) => row.updateId,
  );
  const updates = [...byUpdate.values()].map((group) => toUpdate(group, named)).sort(newestUpdateFirst);
  const shown = Object.values(texts);
  const changes = [...shown, ...updates.flatMap((update) => Object.values(update.texts))].map((text) => text.changedAt);
  return {
    ...post,
    formerSlugs: slugsOf(post),
    publishedAt: shown.map((text) => text.publishedAt).sort()[0] ?? publishedAt.toISOString(),
    changedAt: changes.sort().at(-1) ?? publishedAt.toISOString(),
    texts,
    facts: named.facts.get(rows.findLast(hasOwnFacts)?.factsRevisionId ?? 0) ?? null,
    status: updates[0]?.status ?? null,
    updates,
    alone: named.alone.get((rows[0] as Row).postId) ?? [],
    lateSince: lateSince(rows, named, updates[0]?.status ?? null),
  };
}

/** What was said to be late stays so while the newest facts promise the same, and the incident is open. */
function lateSince(rows: Row[], { late, facts }: Named, status: PublishedPost['status']): string | null {
  const postId = (rows[0] as Row).postId;
  const broken = late.get(postId);
  const promised = facts.get(newestFacts(rows).get(postId) ?? 0)?.nextUpdateBy;
  if (!broken || promised === undefined || status === 'resolved') return null;
  return Date.parse(promised) === broken.getTime() ? broken.toISOString() : null;
}

/** Its status and time are those of its first locale, in the order of the site's languages. */
function toUpdate(rows: Row[], named: Named): PublishedUpdate {
  const [first] = liveRows(rows);
  const { status = 'investigating', date } = renderingOf(first, named);
  const update = first?.update as NonNullable<Row['update']>;
  return { slug: update.slug, formerSlugs: slugsOf(update), status, at: new Date(date).toISOString(), texts: toTexts(rows, named) };
}

const slugsOf = ({ formerSlugs }: { formerSlugs: { slug: string }[] }) => formerSlugs.map(({ slug }) => slug);

/** What each locale is now, in the order of the site's languages. */
function liveRows(rows: Row[]): Row[] {
  const newest = new Map(rows.map((row) => [row.locale, row]));
  return LOCALES.flatMap((locale) => newest.get(locale) ?? []);
}

/** A text counts from its author's date; one that was published again with another text or other facts, from the instant at which that went out. */
function toTexts(rows: Row[], named: Named): PublishedPost['texts'] {
  const shown = liveRows(rows);
  const beside = shown.map(toShown);
  const entries = shown.map((live): [Locale, PublishedText] => {
    const history = rows.filter((row) => row.locale === live.locale);
    const { title, summary, rendered, pictures, date } = renderingOf(live, named);
    const publishedAt = new Date(date).toISOString();
    const asBefore = history.findLastIndex((row) => row.revision.sourceHash !== live.revision.sourceHash || row.factsRevisionId !== live.factsRevisionId);
    const changedAt = asBefore === -1 ? publishedAt : (history[asBefore + 1] as Row).publishedAt.toISOString();
    const corrected = named.corrected.get(placeOf(live)) ?? [];
    const words = { title, summary, rendered, pictures, publishedAt, changedAt, corrected };
    return [live.locale as Locale, { ...words, newerIn: newerIn(toShown(live), beside) }];
  });
  return Object.fromEntries(entries);
}

const toShown = ({ locale, revisionId, revision: { proseHash, translationOf } }: Row): ShownText => ({ locale, revisionId, proseHash, follows: translationOf });

function renderingOf(row: Row | undefined, { renderings }: Named): StoredRendering {
  return renderings.get(row?.renderingId ?? 0) as StoredRendering;
}
