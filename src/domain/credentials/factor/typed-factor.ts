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

/** The condition of `before`. */
export function addedBefore(before: Date | null) {
  return before === null ? {} : { addedAt: { lt: before } };
}
