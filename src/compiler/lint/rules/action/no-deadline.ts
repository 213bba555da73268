import { countDates } from '#compiler/lint/text/dates.ts';
import { fold } from '#compiler/lint/text/fold.ts';
import type { Rule } from '#compiler/lint/rule.ts';
import { toldActions } from '#compiler/lint/told-actions.ts';

export const noDeadline: Rule = {
  id: 'action/no-deadline',
  severity: 'error',
  waivable: 'reason',
  on: ['advisory'],
  *check(subject) {
    const { book, locale } = subject;
    for (const { at, action, passages } of toldActions(subject)) {
      if (action.deadline || action.rollout) continue;
      const words = [fold(action.reason[locale] ?? '', book.words).text, ...passages.map((passage) => passage.text)];
      if (words.some((text) => book.has('noLastDay', text) || countDates(text, locale) > 0)) continue;
      yield {
        at,
        message: `"${action.cohort}" is not told by when. Give the action in incident.yaml a deadline or a rollout, or say that there is no last day and why.`,
      };
    }
  },
};
