import type { Facts, Platform, Status } from './facts.ts';
import type { Locale } from '#paths';
import type { Refusal } from './refusals.ts';
import type { Site } from './site.ts';

/** The keys of an advisory's headings; a note's own headings have none. */
export const SECTION_KEYS = ['happened', 'information', 'doing', 'can_do', 'more'] as const;
export type SectionKey = (typeof SECTION_KEYS)[number];

/** What compiling a revision gives: safe HTML, cut at the second-level headings. */
export interface Rendered {
  /** Before the first heading. */
  lead: string;
  sections: { key: SectionKey | null; id: string; heading: string; html: string }[];
}

/** What somebody on a platform is told to do. */
type PlatformLine = Pick<Facts['platforms'][number], 'action' | 'fixedVersion'>;

/** A change that readers act on: as it was and as it is, null where it was not or is no more. A promise's times are ISO 8601. */
export type CorrectedChange =
  | { kind: 'number' | 'date' | 'link' | 'promise'; was: string | null; is: string | null }
  | { kind: 'platform'; platform: Platform; was: PlatformLine | null; is: PlatformLine | null };

/** What one publication changed of a text that was public already. */
export interface Corrected {
  /** ISO 8601. */
  at: string;
  changes: CorrectedChange[];
  /** In the text's language; null where it came from a content folder without one. */
  why: string | null;
}

/** One locale of a post or update, as published. */
export interface PublishedText {
  title: string;
  summary: string;
  rendered: Rendered;
  /** Hashes of the pictures that it shows. */
  pictures: string[];
  /** First publication of this locale, and the last change of its text or facts; ISO 8601, UTC. */
  publishedAt: string;
  changedAt: string;
  /** What readers act on and later publications changed; the oldest first. */
  corrected: Corrected[];
  /** Of a translation: the language whose text has other words by now than those it follows; null while none has. */
  newerIn: Locale | null;
}

export interface PublishedUpdate {
  slug: string;
  /** Words that its address had before it was public; the oldest first. */
  formerSlugs: string[];
  status: Status;
  at: string;
  texts: Partial<Record<Locale, PublishedText>>;
}

export interface PublishedPost {
  kind: 'advisory' | 'note';
  slug: string;
  /** As of an update. */
  formerSlugs: string[];
  /** First publication in any locale; ISO 8601, UTC. */
  publishedAt: string;
  /** Last change of anything that is shown with it: text, facts, an update. */
  changedAt: string;
  texts: Partial<Record<Locale, PublishedText>>;
  /** Advisories only. */
  facts: Facts | null;
  /** That of the newest update; null for a note. */
  status: Status | null;
  /** Newest first. */
  updates: PublishedUpdate[];
  /** What of it one person published alone, and why; the oldest first, ISO 8601. */
  alone: { at: string; reason: string }[];
  /** The promise that is broken, once an edition says so; ISO 8601. */
  lateSince: string | null;
}

/** Everything that the public can read at one moment. Immutable. */
export interface Edition {
  number: number;
  publishedAt: string;
  site: Site;
  /** Newest first. */
  posts: PublishedPost[];
  /** What the posts show, by hash: WebP. */
  pictures: ReadonlyMap<string, Uint8Array>;
}

/** One public document: what is served at one path. */
export interface PublicDocument {
  path: string;
  /** A refusal is a document that no address leads to. */
  status: 200 | 302 | 308 | 404 | Refusal;
  contentType: string;
  /** Bytes of what is not text. */
  body: string | Uint8Array;
  /** Where a redirect leads. */
  location?: string;
  /** Content-Security-Policy of an HTML document. */
  csp?: string;
}
