import type { ActionKind } from '#model/actions.ts';
import type { Category, Facts, Status, Text } from '#model/facts.ts';
import type { ProofMethod } from '#model/proofs.ts';
import type { Locale } from '#paths';

/** What an account is told about one incident: the rows of the table of account states. */
export type IncidentState = 'affected' | 'precaution' | 'upgrade' | 'nothing' | 'not_affected' | 'checking' | 'done';

/** How loud it is; each tone has a colour, an icon and a word. */
export type Tone = 'act' | 'recommended' | 'ok' | 'progress';

/** One step of the to-do. Done is derived from facts, never stored. */
export interface Todo {
  kind: ActionKind;
  done: boolean;
  /** ISO 8601; the fact that closed it. */
  doneAt?: string;
  tone: Tone;
  since: string;
  deadline?: string;
  /** change_password only: the least proof that closes it. */
  proof?: ProofMethod;
  /** upgrade_app only: what was seen of this person's apps. None seen: recommended if they use the platform. */
  installed?: { platform: string; version: string }[];
  fixedVersion?: string;
  platform?: string;
  reason: Text;
  ifNot?: Text;
  sideEffect?: Text;
  minutes?: number;
}

export interface IncidentView {
  slug: string;
  facts: Facts;
  status: Status;
  /** Locales in which the advisory can be read. */
  published: Locale[];
  state: IncidentState;
  tone: Tone;
  /** Why we think so: the cohorts' basis, or that of `notAffected`. */
  basis: Text[];
  /** What of *this* account was involved. */
  dataInvolved: Category[];
  todo: Todo[];
}

export interface AccountView {
  email: string;
  restricted: boolean;
  /** The present password is known from breaches. */
  passwordBreached: boolean;
  /** ISO 8601: when this was read. */
  asOf: string;
  /** Those that go on, and those that concern the account; newest first. */
  incidents: IncidentView[];
  /** How many earlier ones did not concern it. */
  earlier: number;
  installs: { platform: string; version: string; seenAt: string; fixedVersion: string | null }[];
}
