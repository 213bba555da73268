import type { Finding, Waivable } from '#compiler/text/finding.ts';
import type { TextKind } from '#compiler/text/front-matter.ts';
import type { Facts, Status } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import type { Phrasebook } from './text/language.ts';
import type { Span } from './text/passage.ts';
import type { PostText } from './text/post-text.ts';

/** What an advisory says, or an update; what all posts say. */
export const NOTICES: readonly TextKind[] = ['advisory', 'update'];
export const POSTS: readonly TextKind[] = ['advisory', 'update', 'note'];

/** One rule of the lint. */
export interface Rule {
  /** `family/name`. */
  id: string;
  severity: Finding['severity'];
  waivable: Waivable;
  /** In the first hours, while the status is `investigating`, it only warns. */
  holding?: 'warning';
  /** It compares with the facts of today, which an update that another one follows need not know. */
  comparesFacts?: true;
  /** One sentence can break it: it judges those of incident.yaml too. */
  inFacts?: true;
  /** The texts that it judges. */
  on: readonly TextKind[];
  /** Everything that it finds, in the order of the text. Takes a time in proportion to the text. */
  check(subject: Subject): Iterable<Hit>;
}

export interface Subject {
  kind: TextKind;
  locale: Locale;
  text: PostText;
  book: Phrasebook;
  /** Null where the text has none, or nobody knows them: such a text is judged by itself. */
  facts: Facts | null;
  site: Site | null;
  /** The facts as they are live; null where nothing is, or nobody knows it. */
  published: Facts | null;
  /** Of the incident, or of the update itself. */
  status: Status | null;
  /** Of the front matter: when it is published, as it is written. */
  date: string | null;
}

export interface Hit {
  /** Where: words, a part of the tree, or null for the text as a whole. */
  at: Span | { position?: { start: { offset?: number | undefined } } | undefined } | null;
  /** What is wrong and what to write instead. */
  message: string;
  severity?: Finding['severity'];
  /** What to put in the place of the words at `at`. */
  replacement?: string;
}
