import { Prisma } from '#generated/prisma/client.ts';
import type { Context } from '#domain/core/context.ts';
import { readClock } from '#domain/core/postgres/database-clock.ts';
import type { Rule } from './rule.ts';
import { ruleHolds } from './sql.ts';

/** Accounts that one statement reads: less than a second's, after which it is said how far the count has come. */
const PIECE = 200_000;

export interface Count {
  /** Accounts that are not closed, and how many of them are the team's own. */
  size: number;
  staff: number;
  /** The database's time when the count began. */
  countedAt: Date;
}

/** The accounts of a rule, or of the list of a cohort, with its size as it was counted last. */
export type Held = { rule: Rule } | { listOf: number; size: number };

interface Piece {
  last: bigint | null;
  read: bigint;
  size: bigint;
  staff: bigint;
}

/** Counts accounts, piece by piece and outside of any transaction; and how many of them `others`, by id, hold as well. */
export async function countAccounts({ db, progress }: Context, held: Held, others: number[] = []): Promise<Count & { overlaps: Map<number, number> }> {
  const countedAt = await readClock(db);
  const total = 'rule' in held ? await roughly(db) : held.size;
  const overlaps = new Map<number, number>();
  const counted = Prisma.sql`(a."disabledAt" IS NULL AND ${'rule' in held ? ruleHolds : Prisma.sql`TRUE`})`;
  let [size, staff, done] = [0, 0, 0];
  for (let after: bigint | null = 0n; after !== null; ) {
    const accounts = piece(held, after);
    const [found] = (await db.$queryRaw`
      SELECT max(a.id) AS last, count(*) AS read, count(*) FILTER (WHERE ${counted}) AS size,
        count(*) FILTER (WHERE ${counted} AND cardinality(a.roles) > 0) AS staff FROM ${accounts}`) as [Piece];
    if (others.length > 0) {
      const shared = await db.$queryRaw<{ id: number; n: bigint }[]>`
        WITH a AS MATERIALIZED (SELECT a.id, a.market, a."createdAt" FROM ${accounts} WHERE ${counted})
        SELECT m."cohortId" AS id, count(*) AS n FROM a JOIN "CohortMember" m ON m."accountId" = a.id WHERE m."cohortId" = ANY(${others}::int[]) GROUP BY 1
        UNION ALL
        SELECT c.id, count(*) FROM a CROSS JOIN "Cohort" c WHERE c.id = ANY(${others}::int[]) AND c.rule IS NOT NULL AND ${ruleHolds} GROUP BY 1`;
      for (const { id, n } of shared) overlaps.set(id, (overlaps.get(id) ?? 0) + Number(n));
    }
    [size, staff, done] = [size + Number(found.size), staff + Number(found.staff), done + Number(found.read)];
    progress?.('Counting accounts', done, Math.max(done, total));
    after = found.last;
  }
  return { size, staff, countedAt, overlaps };
}

/** How many accounts there are, as the statistics have it. */
async function roughly(db: Context['db']): Promise<number> {
  const [row] = await db.$queryRaw<[{ n: bigint }]>`SELECT reltuples::bigint AS n FROM pg_class WHERE oid = '"Account"'::regclass`;
  return Number(row.n);
}

/** The next accounts to look at as `a`, and the rule to look by as `c`. */
function piece(held: Held, after: bigint): Prisma.Sql {
  const columns = Prisma.sql`a.id, a.roles, a.market, a."createdAt", a."disabledAt"`;
  return 'rule' in held
    ? Prisma.sql`(SELECT ${JSON.stringify(held.rule)}::jsonb AS rule) c CROSS JOIN (
        SELECT ${columns} FROM "Account" a WHERE a.id > ${after} ORDER BY a.id LIMIT ${PIECE}) a`
    : Prisma.sql`(
        SELECT ${columns} FROM "CohortMember" m JOIN "Account" a ON a.id = m."accountId"
        WHERE m."cohortId" = ${held.listOf} AND m."accountId" > ${after} ORDER BY m."accountId" LIMIT ${PIECE}) a`;
}
