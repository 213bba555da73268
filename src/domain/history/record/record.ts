import type { TextEvent } from '#domain/history/events.ts';
import type { FactsChange } from '#domain/review/diff/facts-diff.ts';
import type { CorrectedChange } from '#model/edition.ts';
import type { Facts } from '#model/facts.ts';

/** By this name a reader knows the shape; `docs/incident-record.md` describes it. */
export const RECORD_FORMAT = 'candor-incident-record/1';

/** A state of the facts. Times are ISO 8601 throughout; people of the team are named by their addresses, as they are today. */
export interface RecordedFacts {
  number: number;
  at: string;
  by: string[];
  hash: string;
  /** What changed from the state before it. */
  changes: FactsChange[];
  /** Editions that published a text with them. */
  editions: number[];
}

/** One language of a text, as one edition published it. */
export interface RecordedPublication {
  path: string;
  revision: number;
  edition: number;
  at: string;
  sourceHash: string;
  factsHash: string;
  /** SHA-256 (hex) of what was shown, as it is stored, and by which build of the renderer. */
  renderingHash: string;
  toolchain: string;
  source: string;
}

export interface RecordedApproval {
  path: string;
  revision: number;
  by: string;
  at: string;
  sourceHash: string;
  factsHash: string;
}

/** What an edition changed in one language of a text, of what readers act on. */
export interface RecordedChange {
  path: string;
  edition: number;
  at: string;
  changes: CorrectedChange[];
  /** Null where it came from a content folder without one. */
  why: string | null;
}

/** What people were asked for: numbers, never persons. */
export interface RecordedOrder {
  id: number;
  kind: string;
  proof: string;
  state: string;
  since: string;
  pausedAt: string | null;
  withdrawnAt: string | null;
  cohort: string;
  accounts: number;
  staff: number;
  countedAt: string;
}

export interface RecordedEntry {
  seq: string;
  at: string;
  actor: string;
  verb: string;
  subject: string;
  outcome: string;
  detail: unknown;
  /** SHA-256 (hex) of the entry, as its seal holds it. */
  hash: string;
  /** Null for one of the last second. */
  seal: { toSeq: string; hash: string; sealedAt: string } | null;
}

/** All but what grows without a bound: that comes as it is read. */
export interface RecordHead {
  format: typeof RECORD_FORMAT;
  madeAt: string;
  madeBy: string;
  /** The newest edition when it was made; null before the first. */
  edition: { number: number; publishedAt: string } | null;
  incident: { slug: string; title: string; detectedAt: string };
  facts: RecordedFacts[];
  /** As they were saved last. */
  newestFacts: Facts | null;
  /** As the public reads them. */
  corrections: Facts['corrections'];
  /** What readers act on and an edition changed, with its reason. */
  changes: RecordedChange[];
  events: TextEvent[];
  approvals: RecordedApproval[];
  /** `by` is an address, or as whom an operator published. */
  emergencies: { edition: number; at: string; by: string | null; reason: string }[];
  orders: RecordedOrder[];
}

export interface IncidentRecord {
  head: RecordHead;
  publications: AsyncIterable<RecordedPublication>;
  audit: AsyncIterable<RecordedEntry>;
}
