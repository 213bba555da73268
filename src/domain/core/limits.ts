import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { TooMany, Unavailable } from './errors.ts';

/** How many in how many seconds. Those of failures give the point back on success. */
const LIMITS = {
  /** Failed sign-ins and enrolments of one account from one source. */
  sign_in: { points: 10, duration: 900 },
  /** Failed sign-ins and enrolments from one source, whatever the account: a school shares an address. */
  source: { points: 100, duration: 900 },
  /** Failed proofs of one account by somebody who is signed in. */
  proof: { points: 10, duration: 900 },
  /** Codes sent to one account. */
  code: { points: 3, duration: 3600 },
  /** New passwords tried for one account: each is estimated, and hashed if it will do. */
  new_password: { points: 40, duration: 3600 },
} as const;
export type Limit = keyof typeof LIMITS;

const limiters = new WeakMap<PrismaClient, Record<Limit, RateLimiterPostgres>>();

/** Counts one attempt, committed by itself, before anything is checked: a rollback never forgives it. */
export async function countAttempt(db: PrismaClient, limit: Limit, ...subject: string[]): Promise<void> {
  try {
    await limiterOf(db)[limit].consume(keyOf(subject));
  } catch (error) {
    if (error instanceof RateLimiterRes)
      throw new TooMany(Math.max(1, Math.ceil(error.msBeforeNext / 1000)), error.consumedPoints === LIMITS[limit].points + 1);
    // Without its store a limit is closed, not open.
    throw new Unavailable(5, { cause: error });
  }
}

/** The attempt was no failure: it gives its point back, and only its own. */
export async function forgiveAttempt(db: PrismaClient, limit: Limit, ...subject: string[]): Promise<void> {
  // The person has succeeded; a counter that stays one too high is no reason to refuse them.
  await limiterOf(db)
    [limit].reward(keyOf(subject))
    .catch(() => undefined);
}

/** The store holds no address, only this. */
function keyOf(subject: string[]): string {
  return createHash('sha256').update(JSON.stringify(subject)).digest('hex');
}

function limiterOf(db: PrismaClient): Record<Limit, RateLimiterPostgres> {
  const known = limiters.get(db);
  if (known) return known;
  const make = (limit: Limit) =>
    new RateLimiterPostgres({
      ...LIMITS[limit],
      keyPrefix: limit,
      storeClient: storeOf(db),
      storeType: 'client',
      schemaName: 'limits',
      tableName: 'failure',
      tableCreated: true,
      // src/domain/core/retention.ts clears it.
      clearExpiredByTimeout: false,
    });
  const made = { sign_in: make('sign_in'), source: make('source'), proof: make('proof'), code: make('code'), new_password: make('new_password') };
  limiters.set(db, made);
  return made;
}

/** The part of pg's client that the limiter uses, on Prisma's pool. */
function storeOf(db: PrismaClient) {
  return {
    async query({ text, values }: { text: string; values: unknown[] }) {
      const rows = await db.$queryRawUnsafe<{ points: number; expire: bigint | null }[]>(text, ...values);
      return { rows: rows.map((row) => ({ points: row.points, expire: row.expire === null ? null : Number(row.expire) })), rowCount: rows.length };
    },
  };
}
