import type { Count } from './count-accounts.ts';

/** A line of a file that is no account's address. */
export interface Unmatched {
  /** From 1. */
  line: number;
  /** As it was typed, cut where it is longer than any address. */
  typed: string;
}

/** The accounts of a list before they are written. */
export interface Listed extends Count {
  /** Their ids, closed ones too, as PostgreSQL's arrays of so many: a list of any length goes in few statements. */
  ids: string[];
  unmatched: Unmatched[];
}

/** Ids in one array. */
export const IDS_AT_ONCE = 20_000;
