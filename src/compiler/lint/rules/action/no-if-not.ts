import type { Rule } from '#compiler/lint/rule.ts';
import { toldActions } from '#compiler/lint/told-actions.ts';

export const noIfNot: Rule = {
  id: 'action/no-if-not',
  severity: 'warning',
  waivable: 'tick',
  on: ['advisory'],
  *check(subject) {
    for (const { at, action } of toldActions(subject)) {
      if (!action.ifNot) yield { at, message: `"${action.cohort}" is not told what happens if they don’t. Give the action in incident.yaml an ifNot.` };
    }
  },
};
