import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

const CLOCK = /(?<![\d.:,\p{L}])(?:[01]?\d|2[0-3]):[0-5]\d(?![\d:.]\d|\d)/gu;
const OFFSET = /(?:\d|\s)(?:Z|[+-]\d{2}:\d{2})(?![\p{L}\d])/u;

export const noZone: Rule = {
  id: 'time/no-zone',
  severity: 'error',
  waivable: 'reason',
  inFacts: true,
  on: NOTICES,
  *check({ text, book }) {
    for (const sentence of text.sentences) {
      // Where to ask has hours of its own place.
      if (sentence.passage.section === 'more') continue;
      const digits = [...sentence.text.matchAll(CLOCK)].map(({ 0: time, index }) => {
        const from = sentence.from + index;
        return { passage: sentence.passage, from, to: from + time.length };
      });
      const [at] = digits.length > 0 ? digits : book.find('clock', sentence);
      if (at && !book.has('zones', sentence.text) && !OFFSET.test(sentence.text))
        yield { at, message: `${quoted(at)} is another moment elsewhere. Write <Time at="…" />, or name the zone.` };
    }
  },
};
