import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

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
      for (const at of book.find('asking', sentence, 'askingFine')) {
        const front = sentence.text.slice(0, at.from - sentence.from).trim();
        const last = front.split(' ').slice(-1).join('');
        const asks = front === '' || book.has('please', last) || /[.:]$/.test(front);
        if (!asks || book.has('conditions', front)) continue;
        yield {
          at,
          message: `${quoted(at)} doesn’t say who is meant. Put it into <Action cohort="…">, or begin with whom it concerns: "If we asked you in your account: …"`,
        };
      }
    }
  },
};
