import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';
import { lowered } from '#compiler/lint/text/lowered.ts';
import { countryPattern } from './country-pattern.ts';

export const attribution: Rule = {
  id: 'claim/attribution',
  severity: 'error',
  waivable: 'reason',
  inFacts: true,
  on: NOTICES,
  *check({ text, book, locale, facts }) {
    const fine = (facts?.allowedNames ?? []).map(lowered);
    const message = (words: string) => `${words} says who it was. Leave that to those who prove it: "someone without permission".`;
    for (const sentence of text.sentences) {
      // What was proved elsewhere may be said.
      if (fine.length > 0 && fine.some((name) => lowered(sentence.text).includes(name))) continue;
      const found = book.find('attribution', sentence);
      for (const at of found) yield { at, message: message(quoted(at)) };
      for (const at of found.length > 0 ? [] : book.find('attackers', sentence).slice(0, 1)) {
        const end = Math.min(sentence.to, at.to + 80);
        if (lowered(at.passage.text.slice(at.to, end)).search(countryPattern(locale)) !== -1) yield { at: { ...at, to: end }, message: message(quoted(at)) };
      }
    }
  },
};
