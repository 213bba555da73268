import { before } from '#compiler/lint/text/near.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

export const statusMismatch: Rule = {
  id: 'facts/status-mismatch',
  severity: 'error',
  waivable: 'reason',
  on: NOTICES,
  *check({ text, status, book }) {
    if (status === null || status === 'resolved') return;
    for (const sentence of text.sentences) {
      const said = [...book.find('over', sentence), ...(status === 'monitoring' ? [] : book.find('repaired', sentence))];
      for (const at of said) {
        if (book.has('conditions', before(at, 6)) || book.has('denials', sentence.text.slice(at.from - sentence.from, at.to - sentence.from))) continue;
        yield { at, message: `${quoted(at)} says more than the status, which is "${status}". Say what was done and when, and that we are still looking.` };
      }
    }
  },
};
