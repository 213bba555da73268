/** A session that nobody used for so long is over. */
export const IDLE_MS = 30 * 86_400_000;

/** An account's sessions that still count at `now`: not ended, and used of late. */
export function aliveSessions(accountId: bigint, now: Date) {
  return { accountId, endedAt: null, lastSeenAt: { gt: new Date(now.getTime() - IDLE_MS) } };
}
