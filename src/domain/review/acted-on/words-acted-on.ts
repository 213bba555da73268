import { westernDigits } from '#domain/core/western-digits.ts';
import type { Locale } from '#paths';
import { monthsIn } from './months.ts';

/** Something in a text that its readers act on. */
export interface ActedOn {
  kind: 'date' | 'link' | 'number';
  /** As it stands in the text. */
  words: string;
  /** What it says, however it is written: `2014-05-28` or an instant, an address, a number's digits. */
  meaning: string;
  /** Counted from 1. */
  line: number;
}

const INSTANT = /\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:\d{2}))?/;
const LINK = /(?<=\]\(<?)[^)\s>]+|(?<=\bhref=")[^"]+|https?:\/\/[^\s)>"'\]]+/;
const NUMBER = /(?<![\p{L}\p{Nd}_-])\p{Nd}(?:[\p{Nd}.,\u066b\u066c\u00a0\u202f]*\p{Nd})?(?![\p{L}\p{Nd}_])/u;

/** Every date, link and number of a text, in its order: a date's own digits are no number, and neither are a link's. */
export function wordsActedOn(source: string, locale: Locale): ActedOn[] {
  const months = monthsIn(locale);
  const names = [...months.keys()].sort((a, b) => b.length - a.length).map((name) => name.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  const dayMonth = `\\p{Nd}{1,2}\\.?\\s(?:${names.join('|')})\\.?(?:\\s\\p{Nd}{4})?`;
  const monthDay = `(?:${names.join('|')})\\.?\\s\\p{Nd}{1,2}(?:,?\\s\\p{Nd}{4})?`;
  const any = new RegExp(
    `(?<link>${LINK.source})|(?<instant>${INSTANT.source})|(?<date>${dayMonth}|${monthDay})(?![\\p{L}\\p{Nd}])|(?<number>${NUMBER.source})`,
    'giu',
  );
  return source.split(/\r\n|\r|\n/).flatMap((text, index) =>
    [...text.matchAll(any)].map(({ 0: words, groups = {} }): ActedOn => {
      const line = index + 1;
      if (groups.link !== undefined) return { kind: 'link', words, meaning: words, line };
      if (groups.instant !== undefined) return { kind: 'date', words, meaning: instantOf(words), line };
      if (groups.date !== undefined) return { kind: 'date', words, meaning: dayOf(words, months), line };
      return { kind: 'number', words, meaning: westernDigits(words).replace(/[^0-9]/g, ''), line };
    }),
  );
}

function instantOf(words: string): string {
  const at = new Date(words);
  return Number.isNaN(at.getTime()) || words.length === 10 ? words : at.toISOString();
}

/** `2014-05-28`, or `05-28` where no year is said. */
function dayOf(words: string, months: ReadonlyMap<string, number>): string {
  const [first = '', second = ''] = westernDigits(words).match(/\d+/g) ?? [];
  const name = words.toLowerCase().match(/[\p{L}\p{M}]+/u)?.[0] ?? '';
  const day = `${String(months.get(name) ?? 0).padStart(2, '0')}-${first.padStart(2, '0')}`;
  return second.length === 4 ? `${second}-${day}` : day;
}
