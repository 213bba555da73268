import { LANGUAGES } from '#locales/registry.ts';
import type { Locale } from '#paths';
import type { Passage, Sentence } from './passage.ts';

const segmenters = new Map<Locale, Intl.Segmenter>();

/** What a full stop belongs to that ends no sentence: the number of a day ("28. Mai"), a single letter ("z. B."), or a word that is cut short. */
const GOES_ON = /(?:(?<![\p{L}\p{N}.])\d{1,2}|(?<!\p{L})(?:\p{L}|ca|bzw|ggf|inkl|vgl|Dr|Mr|Mrs|Ms|Mio|Mrd|approx)|[Nn]r)\. $/u;
/** In front of a number alone: "no. 5". */
const COUNTS_ON = /(?<!\p{L})[Nn]o\. $/u;
/** Units in which all of these end. */
const LONGEST = 9;

/** The sentences of a passage, as its language cuts them; a heading, a title or a cell is one. */
export function sentencesOf(passage: Passage, locale: Locale): Sentence[] {
  let segmenter = segmenters.get(locale);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(LANGUAGES[locale].formatTag, { granularity: 'sentence' });
    segmenters.set(locale, segmenter);
  }
  const { text } = passage;
  const sentences: Sentence[] = [];
  let from = 0;
  for (const { segment, index } of segmenter.segment(text)) {
    const to = index + segment.length;
    const end = segment.slice(-LONGEST);
    if (to < text.length && (GOES_ON.test(end) || (COUNTS_ON.test(end) && /^\d/.test(text.slice(to, to + 1))))) continue;
    sentences.push({ passage, from, to, text: text.slice(from, to) });
    from = to;
  }
  return sentences;
}
