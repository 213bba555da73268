import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

export const boilerplate: Rule = {
  id: 'tone/boilerplate',
  severity: 'warning',
  waivable: 'tick',
  inFacts: true,
  on: NOTICES,
  *check({ text, book }) {
    for (const sentence of text.sentences)
      for (const at of book.find('boilerplate', sentence))
        yield { at, message: `${quoted(at)} is what every notice says. Leave it out, or say what you do and by when.` };
  },
};
