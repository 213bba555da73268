import type { PrismaClient } from '#generated/prisma/client.ts';
import type { Role } from '#model/roles.ts';
import { doneAt, endsSessions, isAsked, restrictsSessions, wasAsked } from '#domain/actions/sql.ts';
import { cohortsOfAccount } from '#domain/cohorts/sql.ts';
import type { AccountActor, AuthenticationLevel, SessionState } from '#domain/core/context.ts';
import { databaseNow } from '#domain/core/postgres/database-clock.ts';
import { factorExists } from '#domain/credentials/has-factor.ts';
import { served } from '#domain/core/postgres/unavailable.ts';
import { isTold } from '#domain/incidents/sql.ts';
import { isAlive } from '#domain/sessions/alive.ts';
import { secretId } from '#domain/core/secret.ts';

/** How stale `lastSeenAt` may be, in milliseconds: a write for each request would cost more than it tells. */
const SEEN_EVERY_MS = 5 * 60_000;

export type Resumed =
  /** `now` is the database's time. */
  | { kind: 'live'; actor: AccountActor; now: Date; email: string; locale: string }
  /** It was fine until somebody asked its person to sign in again. */
  | { kind: 'asked_again' }
  | { kind: 'ended' };

interface Row {
  accountId: bigint;
  email: string;
  locale: string;
  roles: Role[];
  authenticatedAt: Date;
  level: AuthenticationLevel;
  awaitsFactor: boolean;
  hasFactor: boolean;
  lastSeenAt: Date;
  now: Date;
  askedAgain: boolean;
  restricted: boolean;
}

/**
 * Whose session this is and whether it still counts. One statement reads session, account and what is asked of it, never a
 * cache: an order holds from the instant that its transaction commits, and what it ended stays ended after it is withdrawn.
 * Throws Unavailable when PostgreSQL is away, which never looks like a session that is over.
 */
export function resumeSession(db: PrismaClient, secret: string): Promise<Resumed> {
  return served(() => resume(db, secretId(secret)));
}

async function resume(db: PrismaClient, id: string): Promise<Resumed> {
  const [row] = await db.$queryRaw<Row[]>`
    SELECT a.id AS "accountId", a.email, a.locale, a.roles::text[] AS roles, s."authenticatedAt", s."lastSeenAt", s.level::text AS level, s."awaitsFactor", ${factorExists} AS "hasFactor",
      ${databaseNow} AS now,
      coalesce(asked.again, FALSE) AS "askedAgain", coalesce(asked.password, FALSE) AS restricted
    FROM "Session" s JOIN "Account" a ON a.id = s."accountId"
    LEFT JOIN LATERAL (
      SELECT bool_or(${endsSessions} AND s."createdAt" < r.since AND ${wasAsked}) AS again,
        bool_or(${restrictsSessions} AND ${isAsked} AND ${doneAt} IS NULL) AS password
      FROM ${cohortsOfAccount} AS mine JOIN "Cohort" c ON c.id = mine.id JOIN "RequiredAction" r ON r."cohortId" = c.id
      WHERE ${isTold}
    ) asked ON TRUE
    WHERE s.id = ${id} AND ${isAlive} AND a."disabledAt" IS NULL`;
  if (!row) return { kind: 'ended' };
  if (row.askedAgain) return { kind: 'asked_again' };
  const { accountId, roles, hasFactor, email, locale, authenticatedAt, level, lastSeenAt, now } = row;
  if (now.getTime() - lastSeenAt.getTime() > SEEN_EVERY_MS) await db.session.updateMany({ where: { id, endedAt: null }, data: { lastSeenAt: now } });
  const actor: AccountActor = {
    kind: 'account',
    accountId,
    sessionId: id,
    roles,
    session: stateOf(row),
    hasFactor,
    authenticated: { at: authenticatedAt, level },
  };
  return { kind: 'live', actor, now, email, locale };
}

/** The team works with a second factor; who is asked for another password does that first. */
function stateOf({ awaitsFactor, restricted, roles, hasFactor }: Row): SessionState {
  if (awaitsFactor) return 'half';
  if (restricted) return 'restricted';
  return roles.length > 0 && !hasFactor ? 'enrolling' : 'full';
}
