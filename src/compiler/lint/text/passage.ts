import type { SectionKey } from '#model/edition.ts';
import type { Folded } from './fold.ts';

/** A moment that a component writes. A noncharacter, which no text holds. */
export const MOMENT = '\uFDD0';
/** Code, of which nothing is read. */
export const CODE = '\uFDD1';

/** One block of prose: a paragraph, a cell, a heading, an alternative text; a title or a summary; or code. */
export interface Passage extends Folded {
  kind: 'title' | 'summary' | 'heading' | 'prose' | 'code';
  /** Of a heading: 1 to 6. */
  level: number | null;
  /** Before the first heading; titles and summaries too. */
  lead: boolean;
  /** Of the official heading that it stands under. */
  section: SectionKey | null;
  /** Words of the nearest heading, of any level. */
  under: string;
  /** Whose `<Action>` it stands in. */
  cohort: string | null;
}

/** Words of a passage, from one unit of its text to another. */
export interface Span {
  passage: Passage;
  from: number;
  to: number;
}

/** A sentence, or a part of one. */
export interface Sentence extends Span {
  text: string;
}
