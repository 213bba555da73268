import { IDLE_MS } from './resume.ts';

/** An account's sessions that still count at `now`: not ended, and used of late. */
export function aliveSessions(accountId: bigint, now: Date) {
  return { accountId, endedAt: null, lastSeenAt: { gt: new Date(now.getTime() - IDLE_MS) } };
}
