import type { Category, Facts, Status, Text } from '#domain/incidents/facts.ts';
import type { Locale } from '#paths';

/** What an account is told about one incident: the rows of the table of account states. */
export type IncidentState = 'affected' | 'precaution' | 'upgrade' | 'nothing' | 'not_affected' | 'checking' | 'done';

/** How loud it is; each tone has a colour, an icon and a word. */
export type Tone = 'act' | 'recommended' | 'ok' | 'progress';

/** One step of the to-do. Done is derived from facts, never stored. */
export interface Todo {
  kind: 'sign_in_again' | 'change_password' | 'upgrade_app';
  done: boolean;
  /** ISO 8601; the fact that closed it. */
  doneAt?: string;
  tone: Tone;
  since: string;
  deadline?: string;
  /** change_password only: the least proof that closes it. */
  proof?: 'current' | 'email_code';
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
  locale: string;
  restricted: boolean;
  /** ISO 8601: when this was read. */
  asOf: string;
  /** Newest first. */
  incidents: IncidentView[];
  installs: { platform: string; version: string; seenAt: string; fixedVersion: string | null }[];
}

/** The rest of the account page; not shown in a restricted session. */
export interface ActivityView {
  sessions: { id: string; device: string; network: string; createdAt: string; lastSeenAt: string; current: boolean }[];
  /** Newest first, at most 20. */
  events: { at: string; kind: string; device: string; network: string }[];
}

/** What the guide needs before each of its pages. */
export interface GuideView {
  email: string;
  /** The strictest proof that an open action asks for; `current` when nobody asks. */
  proof: 'current' | 'email_code';
  /** Open `change_password` actions, newest first; empty when the person came of their own will. */
  reasons: { slug: string; title: Text; reason: Text; deadline?: string }[];
  minutes: number;
  /** The action asks for it: the box can't be cleared. */
  signOutForced: boolean;
  /** A grant stands: the proof was given and not yet used. */
  proved: boolean;
  /** A code was asked for by this session and has not expired. */
  codeSent: boolean;
}

/** What the receipt says of the last change. */
export interface ChangeReceipt {
  changedAt: string;
  /** Null where that was never recorded: at an enrolment, or too long ago. */
  sessionsEnded: number | null;
  /** Other devices that are signed in now. */
  othersSignedIn: number;
}

/** After the change: the same sentence on screen, in the mail, in the audit. */
export interface ChangedView {
  changedAt: string;
  sessionsEnded: number;
  actionsDone: { slug: string; title: Text; kind: Todo['kind'] }[];
  actionsLeft: { slug: string; title: Text; kind: Todo['kind'] }[];
  /** The acting session's new secret, for the cookie only. */
  secret: string;
}
