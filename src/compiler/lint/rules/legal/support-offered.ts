import type { Rule } from '#compiler/lint/rule.ts';
import { numbersIn } from '#compiler/lint/text/amounts.ts';
import { wants } from '#compiler/lint/rules/structure/statute.ts';

/** California Civ. Code 1798.82 (d)(2)(G): identity protection, in months. */
const LEAST = 12;

export const supportOffered: Rule = {
  id: 'legal/support-offered',
  severity: 'error',
  waivable: 'reason',
  on: ['advisory'],
  *check({ text, facts, book }) {
    if (!facts) return;
    const { supportOffered: support, dataInvolved } = facts;
    if (wants(facts) && dataInvolved.some(({ category }) => category === 'government_id') && (support?.months ?? 0) < LEAST)
      yield {
        at: null,
        message: `Numbers of government documents of people in California are involved, and the source offers ${LEAST} months of identity protection, free of charge. Give supportOffered, and say it in the text.`,
      };
    if (!support) return;
    const said = text.sentences.some(
      (sentence) =>
        (support.months % LEAST === 0 && book.has('years', sentence.text)) ||
        [...numbersIn(sentence.text), ...book.numbers(sentence)].some(({ value }) => value === support.months),
    );
    if (!said)
      yield {
        at: null,
        message: `incident.yaml offers ${support.months} months of support, and the text does not say so. Say what, for how long, and how to get it.`,
      };
  },
};
