import { countDates } from '#compiler/lint/text/dates.ts';
import { onceEach } from '#compiler/lint/text/once-each.ts';
import type { Passage } from '#compiler/lint/text/passage.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

export const noEvidenceUnqualified: Rule = {
  id: 'claim/no-evidence-unqualified',
  severity: 'error',
  waivable: 'reason',
  inFacts: true,
  on: NOTICES,
  *check({ text, book, locale }) {
    const saysWhere = onceEach((passage: Passage) => book.has('looked', passage.text) && countDates(passage.text, locale) >= 2);
    for (const sentence of text.sentences) {
      const found = book.find('noEvidence', sentence, 'noEvidenceFine');
      if (found.length === 0 || saysWhere(sentence.passage)) continue;
      for (const at of found)
        yield {
          at,
          message: `${quoted(at)} is worth as much as the search. Say where and when you looked: "We read the access logs from 1 to 26 May and found no other access."`,
        };
    }
  },
};
