import type { Rule } from '#compiler/lint/rule.ts';
import { isEuropean } from './european.ts';

export const consequences: Rule = {
  id: 'legal/consequences',
  severity: 'error',
  waivable: 'reason',
  on: ['advisory'],
  *check({ text, facts, book }) {
    if (!facts || facts.dataInvolved.length === 0 || !facts.markets.some((market) => isEuropean(market) || market.slice(0, 2) === 'BR')) return;
    if (text.passages.some((passage) => passage.section === 'information' && passage.kind !== 'code' && book.has('hedges', passage.text))) return;
    yield {
      at: null,
      message:
        'The law of a market concerned wants the likely consequences. Say under the data what this could mean: "With these facts, someone could write to you and pretend to be us."',
    };
  },
};
