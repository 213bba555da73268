import type { LintWords } from '#locales/lint-words.ts';

/** A text as its words are compared, and where each of its units stands in what was written. */
export interface Folded {
  text: string;
  /** For each unit of `text` the index in the source, and one more for the end. */
  at: number[];
}

/** A letter with its marks: more of them than any language has make another letter, so that none takes long to put in order. */
const LETTER = /\P{M}\p{M}{0,8}|\p{M}{1,8}/gsu;
const BLANK = /^\s/u;
const NOTHING = /^[\p{Cf}\p{Variation_Selector}]/u;
/** Where the digits of Arabic begin, and those of Persian and Urdu. */
const ZEROS = [0x660, 0x6f0];
const EXCHANGED: Readonly<Record<string, string>> = {
  ...Object.fromEntries(ZEROS.flatMap((zero) => Array.from({ length: 10 }, (_, value) => [String.fromCodePoint(zero + value), String(value)]))),
  // Of the same script: between thousands, before decimals, of a hundred.
  '\u066C': ',',
  '\u066B': '.',
  '\u066A': '%',
  '\u2019': "'",
  '\u2018': "'",
  '\u02BC': "'",
  '\u2011': '-',
  '\u2010': '-',
  // As wide as an ideograph.
  ...Object.fromEntries(Array.from({ length: 0x5e }, (_, index) => [String.fromCodePoint(0xff01 + index), String.fromCodePoint(0x21 + index)])),
};

/** Composes letters, makes one blank of many, drops what draws nothing, and exchanges signs that mean the same. `at` says where a unit of the value stands. */
export function fold(value: string, { foldLetter }: Pick<LintWords, 'foldLetter'>, at: (index: number) => number = (index) => index): Folded {
  const units: number[] = [];
  let text = '';
  let blank = false;
  for (const { 0: letter, index } of value.matchAll(LETTER)) {
    const isBlank = BLANK.test(letter);
    const shown = isBlank ? (blank ? '' : ' ') : NOTHING.test(letter) ? '' : (EXCHANGED[letter] ?? foldLetter(letter.normalize('NFC')));
    if (shown !== '') blank = isBlank;
    for (let unit = 0; unit < shown.length; unit += 1) units.push(at(index));
    text += shown;
  }
  units.push(at(value.length));
  return { text, at: units };
}
