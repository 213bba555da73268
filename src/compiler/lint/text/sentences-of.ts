import { LANGUAGES } from '#locales/registry.ts';
import type { Locale } from '#paths';
import type { Passage, Sentence } from './passage.ts';

const segmenters = new Map<Locale, Intl.Segmenter>();

/** The sentences of a passage, as its language cuts them; a heading, a title or a cell is one. */
export function sentencesOf(passage: Passage, locale: Locale): Sentence[] {
  let segmenter = segmenters.get(locale);
  if (!segmenter) {
    segmenter = new Intl.Segmenter(LANGUAGES[locale].formatTag, { granularity: 'sentence' });
    segmenters.set(locale, segmenter);
  }
  return [...segmenter.segment(passage.text)].map(({ segment, index }) => ({ passage, from: index, to: index + segment.length, text: segment }));
}
