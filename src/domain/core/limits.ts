import { createHash } from 'node:crypto';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Transaction } from './context.ts';
import { TooMany, Unavailable } from './errors.ts';

const HOUR = 3_600;
const DAY = 86_400;

/** How many in how many seconds. Those of failures give back on success what that account lost, and nothing else. */
const LIMITS = {
  /** Failed sign-ins of one account from one source. */
  account_source: { points: 10, duration: 900 },
  /** … from one source, whatever the account: a school shares an address. */
  source: { points: 100, duration: 900 },
  /** … from one network, the /24 or /48: whoever has one has all of its addresses. */
  network: { points: 300, duration: 900 },
  /** … of one account from anywhere but its known devices: it slows guessing down. */
  account: { points: 20, duration: HOUR },
  /** … and all of them until somebody succeeds: NIST SP 800-63B-4 §3.2.2 has 100 at most. Its person comes in by a known device, or by mail. */
  account_long: { points: 100, duration: 30 * DAY },
  /** … of all accounts from anywhere but known devices. */
  service: { points: 20_000, duration: 900 },
  /** … of one account by one device that it knows: what others do elsewhere takes nothing of it. */
  known_device: { points: 10, duration: 900 },
  /** … and all of them until one succeeds: the device may have been an intruder's for a while. */
  known_device_long: { points: 100, duration: 30 * DAY },
  /** Right sign-ins of one account from devices that it does not know, by the password or by one of its passkeys: each is a session. */
  new_sessions: { points: 20, duration: HOUR },
  /** Failed proofs in one session, or on one request for a code. */
  proof: { points: 10, duration: 900 },
  /** Codes of a second factor that were wrong, of one account at one place (`Place` in credentials/factor/typed-factor.ts), however many sessions try. */
  factor: { points: 10, duration: 900 },
  /** … and all of them until one is right. */
  factor_long: { points: 100, duration: 30 * DAY },
  /** Keys of approvers that were wrong, of this whole installation: a key has 256 bits, and a command line gives itself any name. */
  approval_key: { points: 20, duration: 900 },
  /** Codes of reviews from outside that were wrong, from one source … */
  review_code: { points: 20, duration: 900 },
  /** … and from one network. */
  review_code_network: { points: 100, duration: 900 },
  /** Openings of one link: each is in the audit log. */
  review_read: { points: 300, duration: HOUR },
  /** What one reader from outside says. */
  review_comment: { points: 40, duration: HOUR },
  /** Links that one of the team makes. */
  new_link: { points: 60, duration: HOUR },
  /** Passkeys asked for from one source. */
  passkey: { points: 60, duration: 900 },
  /** … and from one network. */
  passkey_network: { points: 300, duration: 900 },
  /** Codes mailed to one address for one session, known device or source. */
  code: { points: 3, duration: HOUR },
  /** Codes mailed to one address for one network, unless a device asks that has been known for a week. */
  code_network: { points: 6, duration: DAY },
  /** Codes mailed to one address for networks where its person never was, unless such a device asks. */
  code_day: { points: 20, duration: DAY },
  /** Codes mailed to addresses that one account is to have: other people's mailboxes, perhaps. */
  new_address: { points: 10, duration: DAY },
  /** Factors that one account begins or makes: of each that is added there is a mail. */
  new_factor: { points: 30, duration: HOUR },
  /** Entries in the audit log of what one network, or one session, was refused: beyond that refusals are only counted. */
  refusal: { points: 300, duration: 900 },
  /** Reports of strangers in one account that the responders are told of. */
  report: { points: 5, duration: DAY },
  /** Pictures that one account has made anew. */
  picture: { points: 120, duration: 900 },
  /** New passwords tried in one session, or on one request for a code: each is estimated, and hashed if it will do. */
  new_password: { points: 40, duration: HOUR },
} as const satisfies Record<string, { points: number; duration: number }>;
export type Limit = keyof typeof LIMITS;

const limiters = new WeakMap<PrismaClient, Record<Limit, RateLimiterPostgres>>();

/** Counts one attempt, committed by itself, before anything is checked: a rollback never forgives it. Throws TooMany once there are too many. */
export async function countAttempt(db: PrismaClient, limit: Limit, ...subject: string[]): Promise<void> {
  try {
    await limiterOf(db)[limit].consume(keyOf(subject));
  } catch (error) {
    if (error instanceof RateLimiterRes) throw tooMany(error, error.consumedPoints === LIMITS[limit].points + 1);
    // Without its store a limit is closed, not open.
    throw new Unavailable(5, { cause: error });
  }
}

/** Throws TooMany where a limit is reached, and counts nothing. */
export async function refuseBeyond(db: PrismaClient, limit: Limit, ...subject: string[]): Promise<void> {
  const counted = await limiterOf(db)
    [limit].get(keyOf(subject))
    .catch((cause: unknown) => {
      throw new Unavailable(5, { cause });
    });
  if (counted && counted.consumedPoints >= LIMITS[limit].points) throw tooMany(counted, false);
}

/** The attempt was no failure: it gives its point back, and only its own. */
export async function forgiveAttempt(db: PrismaClient, limit: Limit, ...subject: string[]): Promise<void> {
  await forgive(db, [[limit, ...subject]], 1);
}

/** Takes so many points off each of these counters. */
export async function forgive(db: PrismaClient, counters: readonly [Limit, ...string[]][], points: number): Promise<void> {
  const keys = counters.map(([limit, ...subject]) => `${limit}:${keyOf(subject)}`);
  // The person has succeeded; a counter that stays too high is no reason to refuse them.
  await db.$executeRaw`UPDATE limits.failure SET points = greatest(points - ${points}, 0) WHERE key = ANY(${keys})`.catch(() => undefined);
}

/** Sets these counters back, and answers what the first of them had counted. */
export async function forgiveAll(db: PrismaClient | Transaction, counters: readonly [Limit, ...string[]][]): Promise<number> {
  const keys = counters.map(([limit, ...subject]) => `${limit}:${keyOf(subject)}`);
  const gone = await db.$queryRaw<{ key: string; points: number }[]>`DELETE FROM limits.failure WHERE key = ANY(${keys}) RETURNING key, points`.catch(() => []);
  return gone.find(({ key }) => key === keys[0])?.points ?? 0;
}

function tooMany({ msBeforeNext }: RateLimiterRes, first: boolean): TooMany {
  return new TooMany(Math.max(1, Math.ceil(msBeforeNext / 1000)), first);
}

/** The store holds no address, only this. */
function keyOf(subject: string[]): string {
  return createHash('sha256').update(JSON.stringify(subject)).digest('hex');
}

function limiterOf(db: PrismaClient): Record<Limit, RateLimiterPostgres> {
  const known = limiters.get(db);
  if (known) return known;
  const storeClient = storeOf(db);
  const entries = Object.entries(LIMITS).map(([keyPrefix, bounds]) => [
    keyPrefix,
    // What has lapsed is cleared by src/domain/core/retention.ts.
    new RateLimiterPostgres({
      ...bounds,
      keyPrefix,
      storeClient,
      storeType: 'client',
      schemaName: 'limits',
      tableName: 'failure',
      tableCreated: true,
      clearExpiredByTimeout: false,
    }),
  ]);
  const made = Object.fromEntries(entries) as Record<Limit, RateLimiterPostgres>;
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
