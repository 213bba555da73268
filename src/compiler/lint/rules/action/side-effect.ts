import type { Rule } from '#compiler/lint/rule.ts';
import { toldActions } from '#compiler/lint/told-actions.ts';

export const sideEffect: Rule = {
  id: 'action/side-effect',
  severity: 'warning',
  waivable: 'tick',
  on: ['advisory'],
  *check(subject) {
    for (const { at, action } of toldActions(subject)) {
      // A new password ends sessions as a matter of course, and the guide says so.
      if (action.kind !== 'change_password' && !action.sideEffect)
        yield {
          at,
          message: `"${action.cohort}" is not told what else it does, such as saved songs that are gone. Give the action in incident.yaml a sideEffect.`,
        };
    }
  },
};
