import { after } from '#compiler/lint/text/near.ts';
import { peopleAmounts } from '#compiler/lint/text/amounts.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

export const vagueQuantity: Rule = {
  id: 'scope/vague-quantity',
  severity: 'error',
  waivable: 'reason',
  holding: 'warning',
  inFacts: true,
  on: NOTICES,
  *check({ text, book }) {
    const counted = new Set(text.sentences.flatMap((sentence) => (peopleAmounts(sentence, book).length > 0 ? [sentence.passage] : [])));
    const honest = new Set(text.passages.filter((passage) => book.has('unknown', passage.text)));
    for (const sentence of text.sentences) {
      const { passage } = sentence;
      if (passage.section === 'more' || counted.has(passage) || honest.has(passage)) continue;
      for (const at of book.find('vague', sentence, 'vagueFine')) {
        if (book.has('people', after(at, 4)))
          yield { at, message: `${quoted(at)} lets everybody guess. Give the number, or write: "We do not know yet how many. We will say by …"` };
      }
    }
  },
};
