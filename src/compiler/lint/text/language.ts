import { LANGUAGES } from '#locales/registry.ts';
import type { LintWords, PhraseList } from '#locales/lint-words.ts';
import type { Category } from '#model/facts.ts';
import type { Locale } from '#paths';
import { fold } from './fold.ts';
import type { Sentence, Span } from './passage.ts';
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
  const values = new Map(Object.entries(words.numbers).map(([word, value]) => [fold(word.toLowerCase(), words).text, value]));
  const scales = Object.entries(words.scales).map(([word, factor]) => [new RegExp(`^ ?${phrases([word], words).source}`, 'iu'), factor] as const);
  const joint = pattern('joints');

  const spansOf = (list: RegExp, { passage, from, text }: Sentence): Span[] =>
    [...text.matchAll(list)].map(({ 0: found, index }) => ({ passage, from: from + index, to: from + index + found.length }));
  const textOf = ({ from, to }: Span, sentence: Sentence) => sentence.text.slice(from - sentence.from, to - sentence.from);
  const isAll = (list: RegExp, text: string) => text.search(list) === 0 && text.replace(list, '') === '';

  return {
    words,
    has: (list, text) => text.search(pattern(list)) !== -1,
    find(list, sentence, fine) {
      const found = spansOf(pattern(list), sentence);
      if (!fine || found.length === 0) return found;
      const allowed = spansOf(pattern(fine), sentence);
      let next = 0;
      return found.filter(({ from, to }) => {
        while ((allowed[next]?.to ?? Infinity) <= from) next += 1;
        return (allowed[next]?.from ?? Infinity) >= to;
      });
    },
    categories: (sentence) =>
      spansOf(allKinds, sentence).flatMap((span) => {
        const found = eachKind.find(([, names]) => isAll(names, textOf(span, sentence)));
        return found ? [{ ...span, category: found[0] }] : [];
      }),
    numbers: (sentence) => spansOf(numbers, sentence).map((span) => ({ ...span, value: values.get(textOf(span, sentence).toLowerCase()) ?? Number.NaN })),
    scale: (text) => scales.find(([word]) => word.test(text))?.[1] ?? 1,
    clauses(sentence) {
      const cuts = [...sentence.text.matchAll(/[,;:،؛–—]/gu), ...sentence.text.matchAll(joint)].map(({ index }) => index).sort((a, b) => a - b);
      const edges = [0, ...cuts, sentence.text.length];
      return edges.slice(0, -1).map((start, index) => {
        const end = edges[index + 1] ?? start;
        return { passage: sentence.passage, from: sentence.from + start, to: sentence.from + end, text: sentence.text.slice(start, end) };
      });
    },
  };
}
