import { holdsAccount, isAsked, isTold } from '#domain/cohorts/rule.ts';
import { IDLE_MS } from '#domain/sessions/alive.ts';
import type { Actor } from '#domain/core/context.ts';
import type { PrismaClient, Role } from '#generated/prisma/client.ts';
import { sessionId } from '#domain/sessions/secret.ts';

/** How stale `lastSeenAt` may be: a write for each request would cost more than it tells. */
const SEEN_EVERY_MS = 5 * 60_000;

export type Resumed =
  | { kind: 'live'; actor: Extract<Actor, { kind: 'customer' }>; email: string; locale: string; authenticatedAt: Date }
  /** It was fine until somebody asked its person to sign in again. */
  | { kind: 'asked_again' }
  | { kind: 'ended' };

interface Row {
  accountId: bigint;
  email: string;
  locale: string;
  roles: Role[];
  authenticatedAt: Date;
  lastSeenAt: Date;
  askedAgain: boolean;
  restricted: boolean;
}

/**
 * Whose session this is and whether it still counts. One statement reads session, account and what is asked of it,
 * never a cache: an order holds from the instant that its transaction commits.
 */
export async function resumeSession(db: PrismaClient, secret: string, now: Date): Promise<Resumed> {
  const id = sessionId(secret);
  const [row] = await db.$queryRaw<Row[]>`
    SELECT a.id AS "accountId", a.email, a.locale, a.roles::text[] AS roles, s."authenticatedAt", s."lastSeenAt",
      coalesce(asked.again, FALSE) AS "askedAgain", coalesce(asked.password, FALSE) AS restricted
    FROM "Session" s JOIN "Account" a ON a.id = s."accountId"
    LEFT JOIN LATERAL (
      SELECT bool_or(r.kind = 'sign_in_again' AND s."createdAt" < r.since) AS again,
        bool_or(r.kind = 'change_password' AND (a."passwordChangedAt" >= r.since AND a."passwordProof" >= r.proof) IS NOT TRUE) AS password
      FROM "RequiredAction" r JOIN "Cohort" c ON c.id = r."cohortId"
      WHERE ${isAsked(now)} AND r.kind IN ('sign_in_again', 'change_password') AND ${holdsAccount} AND ${isTold}
    ) asked ON TRUE
    WHERE s.id = ${id} AND s."endedAt" IS NULL AND s."lastSeenAt" > ${new Date(now.getTime() - IDLE_MS)} AND a."disabledAt" IS NULL`;
  if (!row) return { kind: 'ended' };
  if (row.askedAgain) return { kind: 'asked_again' };
  if (now.getTime() - row.lastSeenAt.getTime() > SEEN_EVERY_MS) await db.session.updateMany({ where: { id, endedAt: null }, data: { lastSeenAt: now } });
  const { accountId, roles, restricted, email, locale, authenticatedAt } = row;
  return { kind: 'live', actor: { kind: 'customer', accountId, sessionId: id, roles, restricted }, email, locale, authenticatedAt };
}
