import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

export const byColour: Rule = {
  id: 'a11y/by-colour',
  severity: 'warning',
  waivable: 'tick',
  inFacts: true,
  on: NOTICES,
  *check({ text, book }) {
    for (const sentence of text.sentences)
      for (const at of book.find('colours', sentence))
        yield { at, message: `${quoted(at)} says nothing to people who don’t see it. Name the thing by its words.` };
  },
};
