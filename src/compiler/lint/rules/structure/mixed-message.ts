import { NOTICES, type Rule } from '#compiler/lint/rule.ts';
import { quoted } from '#compiler/lint/quoted.ts';

export const mixedMessage: Rule = {
  id: 'structure/mixed-message',
  severity: 'error',
  waivable: 'never',
  inFacts: true,
  on: NOTICES,
  *check({ text, book }) {
    for (const sentence of text.sentences)
      for (const at of book.find('selling', sentence))
        yield { at, message: `${quoted(at)} sells something or asks for a favour. A notice is about the incident alone: leave it out.` };
  },
};
