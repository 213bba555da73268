import type { Rule } from '#compiler/lint/rule.ts';

export const creditAgencies: Rule = {
  id: 'legal/credit-agencies',
  severity: 'error',
  waivable: 'reason',
  comparesFacts: true,
  on: ['advisory'],
  *check({ text, facts }) {
    // California Civ. Code 1798.82 (d)(2)(F): numbers of social security, driving licences and identity cards.
    if (!facts?.markets.some((market) => market === 'US' || market.startsWith('US-'))) return;
    if (!facts.dataInvolved.some(({ category }) => category === 'government_id')) return;
    const agencies = facts.creditAgencies ?? [];
    if (agencies.length === 0)
      return yield {
        at: null,
        message:
          'Numbers of government documents of people in the United States are involved. Give the credit agencies in creditAgencies, and name them in the text.',
      };
    const said = text.passages.map((passage) => passage.text).join('\n');
    for (const { name, phone } of agencies)
      if (!said.includes(name) || !said.includes(phone)) yield { at: null, message: `The text does not give "${name}" with its number, ${phone}. Add both.` };
  },
};
