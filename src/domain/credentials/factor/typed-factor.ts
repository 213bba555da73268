/** A second factor that somebody typed. */
export interface TypedFactor {
  accountId: bigint;
  /** Bounded by its form. */
  typed: string;
  /** The database's time. */
  now: Date;
  /** What was added at this instant or later proves nothing, since an intruder may have added it; null where whatever there is proves. */
  before: Date | null;
}

/**
 * Where a code is typed: on a device that the account knows (its id), on any other, in the guide, or behind a code by mail. Each has tries of its own, so that
 * who knows the password alone takes nothing of what the account's person may try.
 */
export type Place = { device: string } | 'elsewhere' | 'guide' | 'recovery';

/** The condition of `before`. */
export function addedBefore(before: Date | null) {
  return before === null ? {} : { addedAt: { lt: before } };
}
