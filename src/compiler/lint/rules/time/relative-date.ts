import { countDates } from '#compiler/lint/text/dates.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

const OPENING = /["“„«‹'‚]$/u;
const CLOSING = /^["”“»›']/u;

export const relativeDate: Rule = {
  id: 'time/relative-date',
  severity: 'error',
  waivable: 'reason',
  inFacts: true,
  on: NOTICES,
  *check({ text, book, locale }) {
    for (const sentence of text.sentences) {
      const found = book.find('relativeTime', sentence, 'relativeTimeFine');
      if (found.length === 0 || countDates(sentence.text, locale) > 0) continue;
      for (const at of found) {
        const { text: words } = at.passage;
        // The word on a button.
        if (OPENING.test(words.slice(Math.max(0, at.from - 1), at.from)) && CLOSING.test(words.slice(at.to, at.to + 1))) continue;
        yield { at, message: `${quoted(at)} means another day to each reader. Write the date: <Time at="…" />.` };
      }
    }
  },
};
