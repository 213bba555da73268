import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

export const waiver: Rule = {
  id: 'legal/waiver',
  severity: 'error',
  waivable: 'never',
  inFacts: true,
  on: NOTICES,
  *check({ text, book }) {
    for (const sentence of text.sentences)
      for (const at of book.find('terms', sentence))
        yield { at, message: `${quoted(at)} asks people to give up or accept something. A notice gives and asks for no rights: leave it out.` };
  },
};
