import { NOTICES, type Rule } from '#compiler/lint/rule.ts';
import { numbersIn } from '#compiler/lint/text/amounts.ts';
import { quoted } from '#compiler/lint/quoted.ts';

export const mixedMessage: Rule = {
  id: 'structure/mixed-message',
  severity: 'error',
  waivable: 'never',
  inFacts: true,
  on: NOTICES,
  *check({ text, book, facts }) {
    const months = facts?.supportOffered?.months;
    for (const sentence of text.sentences) {
      // What is offered free of charge, because data was involved, may be said.
      if (months !== undefined && numbersIn(sentence.text).some(({ value }) => value === months)) continue;
      for (const at of book.find('selling', sentence))
        yield { at, message: `${quoted(at)} sells something or asks for a favour. A notice is about the incident alone: leave it out.` };
    }
  },
};
