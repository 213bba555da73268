import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

/** Units in which the word before an order stands. */
const REACH = 40;

export const unclearWho: Rule = {
  id: 'action/unclear-who',
  severity: 'error',
  waivable: 'reason',
  on: NOTICES,
  *check({ text, facts, book }) {
    if (!facts) return;
    for (const sentence of text.sentences) {
      const { passage } = sentence;
      if (passage.cohort !== null || passage.kind === 'heading' || passage.kind === 'title') continue;
      const orders = book.find('asking', sentence, 'askingFine');
      const [condition] = orders.length > 0 ? book.find('conditions', sentence) : [];
      for (const at of orders) {
        const end = at.from - sentence.from;
        const last = sentence.text
          .slice(Math.max(0, end - REACH), end)
          .trim()
          .split(' ')
          .slice(-1)
          .join('');
        const asks = last === '' || book.has('please', last) || /[.:]$/.test(last);
        if (!asks || (condition && condition.to <= at.from)) continue;
        yield {
          at,
          message: `${quoted(at)} doesn’t say who is meant. Put it into <Action cohort="…">, or begin with whom it concerns: "If we asked you in your account: …"`,
        };
      }
    }
  },
};
