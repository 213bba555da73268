import type { Category } from '#model/facts.ts';

/**
 * What the lint looks for in one language. A phrase is written as in the middle of a sentence; capitals make no difference. `*` stands for any
 * letters, `#` for a number, `…` for up to six words, `(a|b)` for either, and what has `?` behind it may be missing.
 */
export interface LintWords {
  /** One letter with its marks, as two spellings of a word are compared. */
  foldLetter(letter: string): string;
  /** Pattern of what may be written together with a word, before it: "and", "the". */
  glued: string;
  /** What the law of California wants above a headline, or its translation. */
  noticeTitle: string;
  /** More words than this in a sentence are hard to read. */
  maxWords: number;
  /** School grade that a text asks for, by averages of its words and sentences, and the highest that is fine; null where nobody has a formula. */
  grade: { syllable: RegExp; of: (averages: Averages) => number; max: number } | null;
  /** Phrases of the two ways to speak to somebody, as they are written; null where there is one. */
  address: { formal: readonly string[]; familiar: readonly string[] } | null;
  /** Small numbers as words. */
  numbers: Readonly<Record<string, number>>;
  /** Words that make a number greater. */
  scales: Readonly<Record<string, number>>;
  /** What each kind of data is called. */
  categories: Readonly<Record<Category, readonly string[]>>;
  phrases: Readonly<Record<PhraseList, readonly string[]>>;
}

/** Of a text, in the terms of the usual formulas. */
interface Averages {
  wordsPerSentence: number;
  syllablesPerWord: number;
  /** Percentages of words with three syllables or more, with more than six letters, with one syllable. */
  threeSyllables: number;
  longWords: number;
  oneSyllable: number;
}

export type PhraseList = (typeof PHRASE_LISTS)[number];

export const PHRASE_LISTS = [
  /** Data in general, and words that only look like the name of a kind of data. */
  'data',
  'notData',
  /** People and accounts. */
  'people',
  /** One of something that is not one of how many: "one account after another". */
  'notCounted',
  /** "if", "when", "until", "how to": what follows is not said to be so. */
  'conditions',
  /** "do not", "never": what is asked for is the opposite. */
  'denials',
  /** What stands between clauses. */
  'joints',
  /** Offers, prices and surveys. */
  'selling',
  /** Adverbs that make little of what follows, what may follow them, and what always makes little. */
  'diminishing',
  'diminishingFine',
  'belittling',
  /** "We have no evidence", and what makes it an honest gap instead. */
  'noEvidence',
  'noEvidenceFine',
  /** That and where something was searched. */
  'looked',
  /** Promises that nobody can keep, and how they are denied. */
  'absolute',
  'absoluteFine',
  /** Amounts that say nothing. */
  'vague',
  'vagueFine',
  'percent',
  'relativeTime',
  'relativeTimeFine',
  'praise',
  'boilerplate',
  /** What a false message says to hurry people. */
  'urging',
  'urgingFine',
  'jargon',
  /** It is repaired; it is over. */
  'repaired',
  'over',
  /** That something is not known yet; and that this is how many or who. */
  'unknown',
  'howMany',
  'hedges',
  /** What happens to data. */
  'touched',
  /** That it did not happen to data; "no" before data; "other", which leaves out what was named. */
  'untouched',
  'none',
  'other',
  /** That people are to blame, and that they are not. */
  'blame',
  'blameFine',
  'sorry',
  'storage',
  /** A new version comes to people over some days. */
  'rollout',
  /** A sentence that asks for something; it begins so. And what says only from where. */
  'asking',
  'askingFine',
  'please',
  /** Anything that there is to do, or that there is not. */
  'step',
  'installing',
  /** What somebody meant to fill in, in brackets. */
  'slots',
  'noLastDay',
  'neverAsk',
  'asksFor',
  'terms',
  /** How long support is given; that somebody takes complaints. */
  'years',
  'complaining',
  'accountIds',
  /** Currencies, behind an amount. */
  'money',
  'attackers',
  'attribution',
  /** Where or in which colour something is shown, in the place of what it is. */
  'colours',
  'clock',
  'zones',
  'version',
  'olderVersion',
  /** Words of other languages that this one never has. */
  'foreign',
] as const;
