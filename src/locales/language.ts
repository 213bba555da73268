import type { SectionKey } from '#model/edition.ts';
import type { LintWords } from './lint-words.ts';
import type { Messages } from './message-key.ts';
import type { Templates } from './templates.ts';

/** One language whole: all that depends on which language is shown or written. */
export interface Language {
  /** By its own name, in which its readers look for it. */
  name: string;
  direction: 'ltr' | 'rtl';
  /** BCP 47: how numbers, dates and lists are written. */
  formatTag: string;
  /** What stands between a day and its hour. */
  beforeHour: string;
  /** A word as it stands in the middle of a sentence. */
  midSentence(word: string): string;
  /** The five headings of an advisory. */
  headings: Record<SectionKey, string>;
  /** A heading in small letters without what makes no difference to its readers. */
  foldHeading(heading: string): string;
  /** The whole words of a link that don't say where it leads. */
  vagueLink: RegExp;
  /** Parts of an address, in small letters, at which people sign in, reset a password or pay. */
  signInPlaces: readonly string[];
  messages: Messages;
  /** What new texts and facts begin from. */
  templates: Templates;
  /** What is looked for in posts beside their structure. */
  lint: LintWords;
}
