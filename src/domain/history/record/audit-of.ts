import type { PrismaClient } from '#generated/prisma/client.ts';
import { entryHash } from '#domain/audit/entry.ts';
import type { RecordedEntry } from './record.ts';

/** Entries that are in memory at once. */
const PAGE = 500;

interface Row {
  seq: bigint;
  at: string;
  actor: string;
  verb: string;
  subject: string;
  outcome: string;
  detail: string;
  toSeq: bigint | null;
  sealHash: string | null;
  sealedAt: Date | null;
}

/** What the audit log has of an incident's texts, facts, editions, cohorts and orders, each entry with the seal that holds it; in the order of the log, a page at a time. */
export async function* auditOf(db: PrismaClient, incidentId: number): AsyncGenerator<RecordedEntry> {
  for (let from = 0n; ; ) {
    const page = await readPage(db, incidentId, from);
    for (const { seq, at, actor, verb, subject, outcome, detail, toSeq, sealHash, sealedAt } of page) {
      const entry = { seq, at, actor, verb, subject, outcome, detail };
      const seal = toSeq === null ? null : { toSeq: String(toSeq), hash: sealHash as string, sealedAt: (sealedAt as Date).toISOString() };
      yield { ...entry, seq: String(seq), detail: JSON.parse(detail), hash: entryHash(entry).toString('hex'), seal };
    }
    const last = page.at(-1);
    if (!last || page.length < PAGE) return;
    from = last.seq;
  }
}

function readPage(db: PrismaClient, incidentId: number, after: bigint): Promise<Row[]> {
  return db.$queryRaw<Row[]>`
    WITH own AS (
      SELECT id FROM "Post" WHERE "incidentId" = ${incidentId}
    ), subjects AS (
      SELECT 'incident:' || ${incidentId}::int AS subject
      UNION SELECT 'draft:' || d.id FROM "Draft" d WHERE d."postId" IN (SELECT id FROM own)
      UNION SELECT 'submission:' || s.id FROM "Submission" s JOIN "Revision" v ON v.id = s."revisionId" WHERE v."postId" IN (SELECT id FROM own)
      UNION SELECT 'edition:' || p."editionNumber" FROM "Publication" p WHERE p."postId" IN (SELECT id FROM own)
      UNION SELECT 'cohort:' || c.id FROM "Cohort" c WHERE c."incidentId" = ${incidentId}
      UNION SELECT 'action:' || a.id FROM "RequiredAction" a JOIN "Cohort" c ON c.id = a."cohortId" WHERE c."incidentId" = ${incidentId}
    )
    SELECT e.seq, (to_jsonb(e.at AT TIME ZONE 'UTC') #>> '{}') || 'Z' AS at, e.actor, e.verb, e.subject, e.outcome, e.detail::text AS detail,
      l."toSeq", l.hash AS "sealHash", l."sealedAt"
    FROM "AuditEntry" e LEFT JOIN LATERAL (SELECT * FROM "AuditSeal" l WHERE l."toSeq" >= e.seq AND l."fromSeq" <= e.seq ORDER BY l."toSeq" LIMIT 1) l ON TRUE
    WHERE e.seq > ${after} AND e.subject IN (SELECT subject FROM subjects) ORDER BY e.seq LIMIT ${PAGE}`;
}
