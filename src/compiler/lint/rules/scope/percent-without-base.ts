import { numbersIn } from '#compiler/lint/text/amounts.ts';
import { withoutDates } from '#compiler/lint/text/dates.ts';
import { onceEach } from '#compiler/lint/text/once-each.ts';
import type { Passage } from '#compiler/lint/text/passage.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

export const percentWithoutBase: Rule = {
  id: 'scope/percent-without-base',
  severity: 'warning',
  waivable: 'tick',
  inFacts: true,
  on: NOTICES,
  *check({ text, book, locale }) {
    // A total of people has three digits at least; a battery has none.
    const hasTotal = onceEach(({ text: words }: Passage) => numbersIn(withoutDates(words, locale)).some(({ value }) => value > 100));
    for (const sentence of text.sentences) {
      const percents = book.find('percent', sentence);
      if (percents.length === 0 || !book.has('people', sentence.text) || hasTotal(sentence.passage)) continue;
      for (const at of percents) yield { at, message: `${quoted(at)} of how many? Give both numbers and the day: "120 of 16,000 accounts, as of 3 June".` };
    }
  },
};
