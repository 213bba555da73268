import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';
import { before } from '#compiler/lint/text/near.ts';

/** An amount of money by its sign; by its word the language knows it. */
const SIGNED = /[$€£¥] ?\d[\d.,]*|\d[\d.,]{0,20} ?[$€£¥]/gu;

export const materialBeforeFiling: Rule = {
  id: 'legal/material-before-filing',
  severity: 'error',
  waivable: 'reason',
  inFacts: true,
  on: NOTICES,
  *check({ text, book, facts }) {
    // Who is not listed has nothing to file.
    if (!facts?.materiality || facts.materiality.filedAt) return;
    for (const sentence of text.sentences) {
      const { passage } = sentence;
      const signed = [...sentence.text.matchAll(SIGNED)].map(({ 0: words, index }) => ({
        passage,
        from: sentence.from + index,
        to: sentence.from + index + words.length,
      }));
      // "5 million US dollars": the number stands up to three words before.
      const named = book.find('money', sentence).filter((at) => /\d/.test(before(at, 3)));
      for (const at of [...signed, ...named])
        yield { at, message: `${quoted(at)} says what this costs before it is filed. Leave it out until filedAt is set.` };
    }
  },
};
