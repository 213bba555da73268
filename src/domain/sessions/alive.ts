import { Prisma } from '#generated/prisma/client.ts';
import type { Role } from '#model/roles.ts';

const MINUTE_MS = 60_000;
/** A customer's session is over after so long, however much it is used (OWASP ASVS 5.0, 7.3). */
const CUSTOMER_MS = 30 * 24 * 60 * MINUTE_MS;
/** One of the team's is over after a working day … */
const STAFF_MS = 12 * 60 * MINUTE_MS;
/** … and when nobody used it for so long. */
const STAFF_IDLE_MINUTES = 30;
/** Between the password and the second factor. */
const HALF_MS = 10 * MINUTE_MS;

/** When a session that begins at `now` is over at the latest. */
export function endOfSession({ roles, half, now }: { roles: readonly Role[]; half: boolean; now: Date }): Date {
  return new Date(now.getTime() + (half ? HALF_MS : roles.length > 0 ? STAFF_MS : CUSTOMER_MS));
}

/** An account's sessions that still count at `now`. */
export function aliveSessions(accountId: bigint, now: Date) {
  const idleSince = new Date(now.getTime() - STAFF_IDLE_MINUTES * MINUTE_MS);
  return { accountId, endedAt: null, expiresAt: { gt: now }, OR: [{ account: { roles: { isEmpty: true } } }, { lastSeenAt: { gt: idleSince } }] };
}

/** The same of session `s` of account `a`, by the database's clock. */
export const isAlive = Prisma.sql`(s."endedAt" IS NULL AND s."expiresAt" > now()
  AND (a.roles = '{}' OR s."lastSeenAt" > now() - make_interval(mins => ${STAFF_IDLE_MINUTES})))`;
