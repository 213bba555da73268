import { LANGUAGES } from '#locales/registry.ts';
import type { LintWords, PhraseList } from '#locales/lint-words.ts';
import type { Category } from '#model/facts.ts';
import type { Locale } from '#paths';
import { fold } from './fold.ts';
import type { Sentence, Span } from './passage.ts';
import { lowered } from './lowered.ts';
import { phrases } from './phrases.ts';

/** What the rules ask one language about a text. Each answer takes a time in proportion to the text that is asked about. */
export interface Phrasebook {
  words: LintWords;
  has(list: PhraseList, text: string): boolean;
  /** Each place of a phrase in a sentence, but where one of `fine` covers it. */
  find(list: PhraseList, sentence: Sentence, fine?: PhraseList): Span[];
  /** Each kind of data that a sentence names. */
  categories(sentence: Sentence): (Span & { category: Category })[];
  /** Small numbers as words, with their values. */
  numbers(sentence: Sentence): (Span & { value: number })[];
  /** By what a number in front of a text is multiplied: 1e6 before "million". */
  scale(text: string): number;
  /** The parts of a sentence between commas and conjunctions. */
  clauses(sentence: Sentence): Sentence[];
}

const books = new Map<Locale, Phrasebook>();

export function phrasebook(locale: Locale): Phrasebook {
  const known = books.get(locale);
  if (known) return known;
  const book = makeBook(LANGUAGES[locale].lint);
  books.set(locale, book);
  return book;
}

function makeBook(words: LintWords): Phrasebook {
  const patterns = new Map<PhraseList, RegExp>();
  const pattern = (list: PhraseList) => {
    const made = patterns.get(list) ?? phrases(words.phrases[list], words);
    patterns.set(list, made);
    return made;
  };
  const kinds = Object.entries(words.categories) as [Category, readonly string[]][];
  const allKinds = phrases([...kinds.flatMap(([, names]) => names), ...words.phrases.notData], words);
  const eachKind = kinds.map(([category, names]) => [category, phrases(names, words)] as const);
  const numbers = phrases(Object.keys(words.numbers), words);
  const values = new Map(Object.entries(words.numbers).map(([word, value]) => [fold(lowered(word), words).text, value]));
  const scales = Object.entries(words.scales).map(([word, factor]) => [new RegExp(`^ ?${phrases([word], words).source}`), factor] as const);

  return {
    words,
    has: (list, text) => lowered(text).search(pattern(list)) !== -1,
    find(list, sentence, fine) {
      const found = spansOf(pattern(list), sentence);
      return fine && found.length > 0 ? apartFrom(spansOf(pattern(fine), sentence), found) : found;
    },
    categories: (sentence) =>
      spansOf(allKinds, sentence).flatMap((span) => {
        const kind = eachKind.find(([, names]) => isWhole(names, wordsOf(span, sentence)));
        return kind ? [{ ...span, category: kind[0] }] : [];
      }),
    numbers: (sentence) =>
      spansOf(numbers, sentence).flatMap((span) => {
        const value = values.get(wordsOf(span, sentence));
        return value === undefined ? [] : [{ ...span, value }];
      }),
    scale: (text) => scales.find(([word]) => word.test(lowered(text)))?.[1] ?? 1,
    clauses(sentence) {
      const joints = lowered(sentence.text).matchAll(pattern('joints'));
      const cuts = [...sentence.text.matchAll(/[,;:\u060C\u061B–—]/gu), ...joints].map(({ index }) => index).sort((a, b) => a - b);
      const edges = [0, ...cuts, sentence.text.length];
      return edges.slice(0, -1).map((start, index) => {
        const end = edges[index + 1] ?? start;
        return { passage: sentence.passage, from: sentence.from + start, to: sentence.from + end, text: sentence.text.slice(start, end) };
      });
    },
  };
}

function spansOf(list: RegExp, { passage, from, text }: Sentence): Span[] {
  return [...lowered(text).matchAll(list)].map(({ 0: found, index }) => ({ passage, from: from + index, to: from + index + found.length }));
}

function wordsOf({ from, to }: Span, sentence: Sentence): string {
  return lowered(sentence.text.slice(from - sentence.from, to - sentence.from));
}

function isWhole(list: RegExp, words: string): boolean {
  return [...words.matchAll(list)].some(({ 0: found }) => found === words);
}

/** Those of the spans found that no other one covers; both in the order of the text. */
function apartFrom(covers: readonly Span[], found: readonly Span[]): Span[] {
  let next = 0;
  return found.filter(({ from, to }) => {
    while ((covers[next]?.to ?? Infinity) <= from) next += 1;
    return (covers[next]?.from ?? Infinity) >= to;
  });
}
