import { peopleAmounts } from '#compiler/lint/text/amounts.ts';
import { sentenceOf } from '#compiler/lint/text/sentence-of.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';
import { factsProse } from '#compiler/lint/facts-prose.ts';

/** Part by which a rounded number may differ: "9.6 million" for 9,640,000. */
const ROUNDING = 0.05;

export const numberMismatch: Rule = {
  id: 'facts/number-mismatch',
  severity: 'error',
  waivable: 'reason',
  comparesFacts: true,
  on: NOTICES,
  *check({ text, facts, book, locale }) {
    // What others said of a false alarm is repeated there.
    if (!facts || facts.incidentType === 'false_alarm') return;
    const { n, base, kind } = facts.peopleAffected;
    const told = factsProse(facts, locale).flatMap((prose) => peopleAmounts(sentenceOf(prose.value, book.words), book).map(({ value }) => value));
    const known = [n ?? [], base ?? [], told].flat();
    const exact = new Set(known);
    for (const sentence of text.sentences) {
      if (sentence.passage.section === 'more') continue;
      for (const at of peopleAmounts(sentence, book)) {
        // "Two people read each change": what we do is done by people too.
        if (sentence.passage.section === 'doing' && !/\d/.test(sentence.passage.text.slice(at.from, at.to))) continue;
        if (exact.has(at.value) || (at.rounded && known.some((value) => Math.abs(value - at.value) <= value * ROUNDING))) continue;
        const facts = kind === 'unknown' || n === undefined ? 'peopleAffected in incident.yaml says that it is not known' : `incident.yaml says ${n}`;
        yield {
          at,
          message: `The text says ${quoted(at)}, and ${facts}. Correct one of them; a number of something else stands in a sentence of incident.yaml too.`,
        };
      }
    }
  },
};
