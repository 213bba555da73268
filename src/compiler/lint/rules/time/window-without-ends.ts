import { countDates } from '#compiler/lint/text/dates.ts';
import { onceEach } from '#compiler/lint/text/once-each.ts';
import type { Passage } from '#compiler/lint/text/passage.ts';
import { quoted } from '#compiler/lint/quoted.ts';
import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

export const windowWithoutEnds: Rule = {
  id: 'time/window-without-ends',
  severity: 'error',
  waivable: 'reason',
  on: NOTICES,
  *check({ text, facts, book, locale }) {
    // The components write both days.
    if (facts?.actions.some(({ rollout }) => rollout)) return;
    const hasEnds = onceEach((passage: Passage) => countDates(passage.text, locale) >= 2);
    for (const sentence of text.sentences) {
      const [at] = book.find('rollout', sentence);
      if (at && !hasEnds(at.passage))
        yield { at, message: `${quoted(at)} has no beginning and no end. Give both days, or the action in incident.yaml a rollout.` };
    }
  },
};
