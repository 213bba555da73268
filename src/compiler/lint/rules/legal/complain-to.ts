import type { Rule } from '#compiler/lint/rule.ts';

export const complainTo: Rule = {
  id: 'legal/complain-to',
  severity: 'warning',
  waivable: 'tick',
  on: ['advisory'],
  *check({ text, facts, book, locale }) {
    if (!facts || facts.dataInvolved.length === 0) return;
    // In Europe the page on privacy says it, on every visit.
    const isAsked = facts.complainTo !== undefined || facts.markets.some((market) => market.startsWith('AU'));
    if (!isAsked || text.passages.some((passage) => passage.kind !== 'code' && book.has('complaining', passage.text))) return;
    const words = facts.complainTo?.[locale] ?? facts.complainTo?.en;
    yield {
      at: null,
      message: `The text doesn’t say where people can complain. ${words ? `Write what incident.yaml says: "${words}"` : 'Say which authority takes complaints, and give complainTo.'}`,
    };
  },
};
