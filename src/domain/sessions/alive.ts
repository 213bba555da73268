import { Prisma } from '#generated/prisma/client.ts';

/** A session that nobody used for so many days is over. */
export const IDLE_DAYS = 30;
const DAY_MS = 86_400_000;

/** An account's sessions that still count at `now`: not ended, and used of late. */
export function aliveSessions(accountId: bigint, now: Date) {
  return { accountId, endedAt: null, lastSeenAt: { gt: new Date(now.getTime() - IDLE_DAYS * DAY_MS) } };
}

/** The same of session `s`, by the database's clock. */
export const isAlive = Prisma.sql`(s."endedAt" IS NULL AND s."lastSeenAt" > now() - make_interval(days => ${IDLE_DAYS}))`;
