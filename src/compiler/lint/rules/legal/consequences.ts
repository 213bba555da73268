import type { Rule } from '#compiler/lint/rule.ts';

/** The European Economic Area, the United Kingdom and Brazil: their laws want likely consequences (GDPR articles 33 and 34, LGPD). ISO 3166. */
const WANTED = new Set('AT BE BG HR CY CZ DK EE FI FR DE GR HU IE IS IT LI LV LT LU MT NL NO PL PT RO SK SI ES SE GB BR'.split(' '));

export const consequences: Rule = {
  id: 'legal/consequences',
  severity: 'error',
  waivable: 'reason',
  on: ['advisory'],
  *check({ text, facts, book }) {
    if (!facts || facts.dataInvolved.length === 0 || !facts.markets.some((market) => WANTED.has(market.slice(0, 2)))) return;
    if (text.passages.some((passage) => passage.section === 'information' && passage.kind !== 'code' && book.has('hedges', passage.text))) return;
    yield {
      at: null,
      message:
        'The law of a market concerned wants the likely consequences. Say under the data what this could mean: "With these facts, someone could write to you and pretend to be us."',
    };
  },
};
