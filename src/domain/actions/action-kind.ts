import type { Prisma } from '#generated/prisma/client.ts';
import type { ActionKind } from '#model/actions.ts';
import type { ProofMethod } from '#model/proofs.ts';

/** What closes orders: facts of one account. */
export interface AccountFacts {
  /** The newest change of the password by each proof. */
  changes: { at: Date; proof: ProofMethod }[];
  lastSignInAt: Date | null;
  /** Each version of an app once, with when it was last seen. */
  installs: { platform: string; version: string; seenAt: Date }[];
}

/** What an order asks for. */
export interface Order {
  since: Date;
  proof: ProofMethod;
  /** Of `upgrade_app` only. */
  platform: string | null;
  fixedVersion: string | null;
}

/** What a step of the to-do says beside what its incident's facts say. */
interface StepDetails {
  tone: 'act' | 'recommended';
  /** change_password only: the least proof that closes it. */
  proof?: ProofMethod;
  /** upgrade_app only: what was seen of this person's apps. None seen: recommended if they use the platform. */
  installed?: { platform: string; version: string }[];
  fixedVersion?: string;
  platform?: string;
}

/**
 * One kind of order, whole. `doneAt` and `doneAtSql` say the same in two languages, and a property test holds them equal: done
 * is derived from facts, and what once closed an order closes it until another, later one. Its words are `account.todo.<kind>`.
 */
export interface ActionKindDefinition {
  kind: ActionKind;
  /** What an open order does to sessions: ends those begun before it, restricts them, or nothing. */
  sessions: 'end' | 'restrict' | 'leave';
  /** When the account did what is asked; null: not yet. */
  doneAt: (facts: AccountFacts, order: Order, now: Date) => Date | null;
  /** The same as a timestamptz or NULL, of account `a` and order `r`. */
  doneAtSql: Prisma.Sql;
  /** Null where the order doesn't concern this account. */
  step: (facts: AccountFacts, order: Order, now: Date) => StepDetails | null;
}
