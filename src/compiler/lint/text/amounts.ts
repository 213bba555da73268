import type { Phrasebook } from './language.ts';
import { after } from './near.ts';
import type { Sentence, Span } from './passage.ts';

/** In digits, with what stands between groups of three; never a part of a longer name, a version or a time. */
const DIGITS = /(?<![\p{L}\p{N}]|[\p{L}\p{N}][.,:/-])(?:\d{1,3}(?:[.,' ]\d{3})+|\d+(?:[.,]\d{1,2})?)(?![\p{L}\p{N}]|[.,:/-]\d)/gu;

/** Of such a size a number of people is written with a separator. */
const YEAR = /^(?:19|20)\d{2}$/;

export interface Amount extends Span {
  value: number;
  /** A multiple of it was written: it is about so much. */
  rounded: boolean;
}

/** Numbers of a text in digits. */
export function numbersIn(text: string): { value: number; index: number; length: number; isYear: boolean }[] {
  return [...text.matchAll(DIGITS)].map(({ 0: written, index }) => {
    const grouped = /[.,' ]\d{3}(?!\d)/.test(written);
    return { value: Number(grouped ? written.replace(/[.,' ]/g, '') : written.replace(',', '.')), index, length: written.length, isYear: YEAR.test(written) };
  });
}

/** How many people or accounts a sentence speaks of, each time that it gives a number. */
export function peopleAmounts(sentence: Sentence, book: Phrasebook): Amount[] {
  const { passage } = sentence;
  const digits = numbersIn(sentence.text)
    .filter(({ isYear }) => !isYear)
    .map(({ value, index, length }) => ({
      passage,
      from: sentence.from + index,
      to: sentence.from + index + length,
      value,
    }));
  const single = book.find('notCounted', sentence);
  const words = book.numbers(sentence).filter(({ from }) => !single.some((span) => span.from <= from && from < span.to));
  return [...digits, ...words].flatMap((amount) => {
    const follows = after(amount, 4);
    const scale = book.scale(follows);
    const noun = follows
      .trim()
      .split(' ')
      .slice(scale > 1 ? 1 : 0)
      .slice(0, 2)
      .join(' ');
    const whole = passage.text.slice(amount.from, amount.to);
    return book.has('people', noun) || book.has('people', whole) ? [{ ...amount, value: amount.value * scale, rounded: scale > 1 }] : [];
  });
}
