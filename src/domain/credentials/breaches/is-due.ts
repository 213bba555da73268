/** How often one account's password is looked for, in milliseconds. */
const EVERY_MS = 24 * 3_600_000;

/** Whether the account's password has to be looked for among the breached ones; after an outage it has to be at the next sign-in. */
export function isDue({ breachAskedAt }: { breachAskedAt: Date | null }, now: Date): boolean {
  return breachAskedAt === null || now.getTime() - breachAskedAt.getTime() >= EVERY_MS;
}
