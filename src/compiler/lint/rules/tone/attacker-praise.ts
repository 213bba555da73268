import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

export const attackerPraise: Rule = {
  id: 'tone/attacker-praise',
  severity: 'warning',
  waivable: 'tick',
  inFacts: true,
  on: NOTICES,
  *check({ text, book }) {
    for (const sentence of text.sentences)
      for (const at of book.find('praise', sentence))
        yield { at, message: `${quoted(at)} praises the intruder, and nobody can check it. Say what was done: "Someone used a stolen staff password."` };
  },
};
