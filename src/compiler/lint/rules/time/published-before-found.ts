import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

export const publishedBeforeFound: Rule = {
  id: 'time/order',
  severity: 'error',
  waivable: 'reason',
  on: NOTICES,
  *check({ facts, date }) {
    if (!facts || date === null) return;
    // A day alone is over at its end.
    const latest = Date.parse(date) + (date.length === 'yyyy-mm-dd'.length ? 86_400_000 : 0);
    if (latest < Date.parse(facts.detectedAt))
      yield { at: null, message: `This is dated ${date}, before the incident was detected (${facts.detectedAt}). Correct one of them.` };
  },
};
