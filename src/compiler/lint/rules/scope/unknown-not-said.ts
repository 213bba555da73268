import type { Rule } from '#compiler/lint/rule.ts';

export const unknownNotSaid: Rule = {
  id: 'scope/unknown-not-said',
  severity: 'error',
  waivable: 'reason',
  on: ['advisory'],
  *check({ text, facts, book }) {
    if (facts?.peopleAffected.kind !== 'unknown') return;
    if (text.passages.some((passage) => book.has('unknown', passage.text) && book.has('howMany', passage.text))) return;
    yield {
      at: null,
      message: 'How many people it is about is not known, and the text doesn’t say so. Write: "We do not know yet how many accounts. We will say by …"',
    };
  },
};
