import { NOTICES, type Rule } from '#compiler/lint/rule.ts';
import { countWords } from '#compiler/lint/text/count-words.ts';

/** A sentence of more words is not understood at the first reading, in any language. */
const MOST = 40;

export const sentenceLength: Rule = {
  id: 'readability/sentence-length',
  severity: 'warning',
  waivable: 'tick',
  inFacts: true,
  on: NOTICES,
  *check({ text, book }) {
    const { maxWords } = book.words;
    for (const sentence of text.sentences) {
      const words = countWords(sentence.text);
      if (words <= maxWords) continue;
      const message = `This sentence has ${words} words; ${maxWords} are read once. Make two or three of it.`;
      yield { at: { ...sentence, to: sentence.from }, message, severity: words > MOST ? 'error' : 'warning' };
    }
  },
};
