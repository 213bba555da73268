import { Prisma } from '#generated/prisma/client.ts';
import type { Context } from '#domain/core/context.ts';
import { readClock } from '#domain/core/database-clock.ts';
import type { Rule } from './rule.ts';
import { cohortsOfAccount, ruleHolds } from './sql.ts';

/** Accounts that one statement reads: less than a second's, after which it is said how far the count has come. */
const PIECE = 200_000;

export interface Count {
  /** Accounts that are not closed, and how many of them are the team's own. */
  size: number;
  staff: number;
  /** The database's time when the count began. */
  countedAt: Date;
}

/** The accounts of a rule, or of the list of a cohort. */
export type Held = { rule: Rule } | { listOf: number };

interface Piece {
  last: bigint | null;
  read: bigint;
  size: bigint;
  staff: bigint;
}

/** Counts accounts, piece by piece and outside of any transaction; and how many of them `others`, by id, hold as well. */
export async function countAccounts({ db, progress }: Context, held: Held, others: number[] = []): Promise<Count & { overlaps: Map<number, number> }> {
  const countedAt = await readClock(db);
  const [{ total }] = (await db.$queryRaw`SELECT reltuples::bigint AS total FROM pg_class WHERE oid = '"Account"'::regclass`) as [{ total: bigint }];
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
        SELECT mine.id, count(*) AS n FROM ${accounts} CROSS JOIN LATERAL ${cohortsOfAccount} AS mine
        WHERE ${counted} AND mine.id = ANY(${others}::int[]) GROUP BY mine.id`;
      for (const { id, n } of shared) overlaps.set(id, (overlaps.get(id) ?? 0) + Number(n));
    }
    [size, staff, done] = [size + Number(found.size), staff + Number(found.staff), done + Number(found.read)];
    progress?.('Counting accounts', done, 'rule' in held ? Math.max(done, Number(total)) : undefined);
    after = found.last;
  }
  return { size, staff, countedAt, overlaps };
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
