import { before } from '#compiler/lint/text/near.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { POSTS, type Rule } from '#compiler/lint/rule.ts';

export const blame: Rule = {
  id: 'tone/blame',
  severity: 'error',
  waivable: 'never',
  inFacts: true,
  on: POSTS,
  *check({ text, book }) {
    for (const sentence of text.sentences) {
      for (const at of book.find('blame', sentence, 'blameFine')) {
        // Advice: "If you reused it, change it there."
        if (book.has('conditions', before(at, 2))) continue;
        yield {
          at,
          message: `${quoted(at)} blames people for what was done to them. Say what the intruder did: "Passwords stolen from other sites were tried here."`,
        };
      }
    }
  },
};
