import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

export const jargon: Rule = {
  id: 'readability/jargon',
  severity: 'warning',
  waivable: 'tick',
  inFacts: true,
  on: NOTICES,
  *check({ text, book }) {
    for (const sentence of text.sentences)
      for (const at of book.find('jargon', sentence))
        yield { at, message: `${quoted(at)} is a word of specialists. Write what it means: what somebody did, to what, with what.` };
  },
};
