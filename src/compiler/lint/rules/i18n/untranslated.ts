import { quoted } from '#compiler/lint/quoted.ts';
import { POSTS, type Rule } from '#compiler/lint/rule.ts';
import { countWords } from '#compiler/lint/text/count-words.ts';

/** Part of the words from which a sentence is of another language: a name of an authority has some. */
const SHARE = 0.25;

export const untranslated: Rule = {
  id: 'i18n/untranslated',
  severity: 'error',
  waivable: 'reason',
  inFacts: true,
  on: POSTS,
  *check({ text, book }) {
    for (const sentence of text.sentences) {
      const found = book.find('foreign', sentence);
      const [at] = found;
      if (!at) continue;
      const phrase = found.some(({ from, to }) => /\S \S/.test(sentence.text.slice(from - sentence.from, to - sentence.from)));
      if (phrase || (found.length >= 2 && found.length >= SHARE * countWords(sentence.text)))
        yield { at, message: `From ${quoted(at)} on, this sentence is in another language. Translate it.` };
    }
  },
};
