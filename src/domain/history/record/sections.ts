import type { Transaction } from '#domain/core/context.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { storedTextPath } from '#domain/posts/text-path.ts';
import { factsDiff } from '#domain/review/diff/facts-diff.ts';
import { revisionNumber } from '#domain/history/events.ts';
import type { CorrectedChange } from '#model/edition.ts';
import type { RecordedApproval, RecordedChange, RecordedFacts, RecordedOrder, RecordedPublication } from './record.ts';

/** Every state of an incident's facts, in their order, each against the one before it. Two statements. */
export async function factsOf(db: PrismaClient | Transaction, incidentId: number): Promise<RecordedFacts[]> {
  const rows = await db.factsRevision.findMany({
    where: { incidentId },
    orderBy: { id: 'asc' },
    include: { publications: { select: { editionNumber: true }, distinct: ['editionNumber'], orderBy: { editionNumber: 'asc' } } },
  });
  const nameOf = await names(
    db,
    rows.flatMap(({ authorIds }) => authorIds),
  );
  return rows.map(({ createdAt, authorIds, hash, json, publications }, index) => ({
    number: index + 1,
    at: createdAt.toISOString(),
    by: authorIds.map(nameOf),
    hash,
    changes: factsDiff((rows[index - 1]?.json ?? null) as object | null, json as object),
    editions: publications.map(({ editionNumber }) => editionNumber),
  }));
}

/** Every second person's word for a text of an incident, in their order. */
export async function approvalsOf(db: PrismaClient | Transaction, incidentId: number): Promise<RecordedApproval[]> {
  const rows = await db.$queryRaw<(TextName & Omit<RecordedApproval, 'path' | 'at'> & { at: Date })[]>`
    SELECT o.kind::text AS kind, o.slug, u.slug AS "updateSlug", v.locale, ${revisionNumber} AS revision, coalesce(w.email, a."approverId"::text) AS by, a.at,
      a."sourceHash", a."factsHash"
    FROM "Approval" a JOIN "Submission" s ON s.id = a."submissionId" JOIN "Revision" v ON v.id = s."revisionId" JOIN "Post" o ON o.id = v."postId"
    LEFT JOIN "Update" u ON u.id = v."updateId" LEFT JOIN "Account" w ON w.id = a."approverId"
    WHERE o."incidentId" = ${incidentId} ORDER BY a.at, s.id`;
  return rows.map(({ kind, slug, updateSlug, locale, at, ...row }) => ({
    path: storedTextPath({ kind, slug, updateSlug, locale }),
    ...row,
    at: at.toISOString(),
  }));
}

/** What each edition changed of what readers act on, in their order. */
export async function changesOf(db: PrismaClient | Transaction, incidentId: number): Promise<RecordedChange[]> {
  const rows = await db.correction.findMany({ where: { post: { incidentId } }, orderBy: { id: 'asc' }, include: { post: true, update: true } });
  return rows.map(({ post, update, locale, editionNumber, at, changes, why }) => ({
    path: storedTextPath({ ...post, updateSlug: update?.slug ?? null, locale }),
    edition: editionNumber,
    at: at.toISOString(),
    changes: changes as unknown as CorrectedChange[],
    why,
  }));
}

interface TextName {
  kind: 'advisory' | 'note';
  slug: string;
  updateSlug: string | null;
  locale: string;
}

/** Publications that are in memory at once: a text is up to 256 KiB. */
const PAGE = 20;

/** Every publication of an incident's texts with its words, in their order, a page at a time. */
export async function* publicationsOf(db: PrismaClient, incidentId: number): AsyncGenerator<RecordedPublication> {
  for (let from = 0; ; ) {
    const page: (TextName & Omit<RecordedPublication, 'path' | 'at'> & { id: number; at: Date })[] = await db.$queryRaw`
      SELECT p.id, o.kind::text AS kind, o.slug, u.slug AS "updateSlug", v.locale, ${revisionNumber} AS revision, p."editionNumber" AS edition,
        p."publishedAt" AS at, v."sourceHash", r."factsHash", encode(sha256(convert_to(r.json::text, 'UTF8')), 'hex') AS "renderingHash", r.toolchain, v.source
      FROM "Publication" p JOIN "Revision" v ON v.id = p."revisionId" JOIN "Rendering" r ON r.id = p."renderingId" JOIN "Post" o ON o.id = p."postId"
      LEFT JOIN "Update" u ON u.id = p."updateId" WHERE o."incidentId" = ${incidentId} AND p.id > ${from} ORDER BY p.id LIMIT ${PAGE}`;
    for (const { id, kind, slug, updateSlug, locale, at, ...row } of page) {
      from = id;
      yield { path: storedTextPath({ kind, slug, updateSlug, locale }), ...row, at: at.toISOString() };
    }
    if (page.length < PAGE) return;
  }
}

/** What an incident's cohorts were asked for, with how many they were when they were counted last. */
export async function ordersOf(db: PrismaClient | Transaction, incidentId: number): Promise<RecordedOrder[]> {
  const rows = await db.requiredAction.findMany({ where: { cohort: { incidentId } }, orderBy: { id: 'asc' }, include: { cohort: true } });
  return rows.map(({ id, kind, proof, state, since, pausedAt, withdrawnAt, cohort }) => ({
    ...{ id, kind, proof, state, since: since.toISOString() },
    pausedAt: pausedAt?.toISOString() ?? null,
    withdrawnAt: withdrawnAt?.toISOString() ?? null,
    ...{ cohort: cohort.name, accounts: cohort.size, staff: cohort.staff, countedAt: cohort.countedAt.toISOString() },
  }));
}

/** Addresses by account, as they are today; what has none any more goes by its number. */
export async function names(db: PrismaClient | Transaction, ids: readonly bigint[]): Promise<(id: bigint) => string> {
  const rows = await db.account.findMany({ where: { id: { in: [...new Set(ids)] } }, select: { id: true, email: true } });
  const known = new Map(rows.map(({ id, email }) => [id, email]));
  return (id) => known.get(id) ?? String(id);
}
