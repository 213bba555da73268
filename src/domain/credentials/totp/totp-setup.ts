/** Milliseconds in which a secret that was begun must be confirmed. */
const SETUP_MS = 15 * 60_000;

/** The secret that a session is setting up at `now`. */
export function totpSetup(accountId: bigint, sessionId: string, now: Date) {
  return { accountId, sessionId, confirmedAt: null, addedAt: { gt: new Date(now.getTime() - SETUP_MS) } };
}
