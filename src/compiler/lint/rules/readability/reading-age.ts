import { NOTICES, type Rule } from '#compiler/lint/rule.ts';
import { wordsOf } from '#compiler/lint/text/count-words.ts';
import type { Phrasebook } from '#compiler/lint/text/language.ts';
import type { Sentence } from '#compiler/lint/text/passage.ts';

/** Of a shorter text the averages say nothing. */
const FEWEST_WORDS = 100;

export const readingAge: Rule = {
  id: 'readability/reading-age',
  severity: 'warning',
  waivable: 'tick',
  on: NOTICES,
  *check({ text, book }) {
    const { grade } = book.words;
    if (!grade) return;
    const sentences = text.sentences.filter(({ passage }) => passage.kind === 'prose').map((sentence) => wordsOf(withoutTerms(sentence, book)));
    const words = sentences.flat().filter((word) => /\p{L}/u.test(word));
    if (words.length < FEWEST_WORDS) return;
    const syllables = words.map((word) => Math.max(1, word.match(grade.syllable)?.length ?? 1));
    const percent = (count: number) => (100 * count) / words.length;
    const asked = grade.of({
      wordsPerSentence: words.length / sentences.length,
      syllablesPerWord: syllables.reduce((sum, count) => sum + count, 0) / words.length,
      threeSyllables: percent(syllables.filter((count) => count >= 3).length),
      longWords: percent(words.filter((word) => word.replace(/[^\p{L}]/gu, '').length > 6).length),
      oneSyllable: percent(syllables.filter((count) => count === 1).length),
    });
    if (asked <= grade.max) return;
    yield {
      at: null,
      message: `This text asks for ${Math.ceil(asked)} years of school; ${grade.max} are fine. Shorten its sentences, and take the shorter of two words.`,
    };
  },
};

/** What kinds of data are called is no choice of the author's: such a name counts as one short word. */
function withoutTerms(sentence: Sentence, book: Phrasebook): string {
  let plain = '';
  let end = sentence.from;
  for (const { from, to } of book.categories(sentence)) {
    plain += `${sentence.passage.text.slice(end, from)}it`;
    end = to;
  }
  return plain + sentence.passage.text.slice(end, sentence.to);
}
