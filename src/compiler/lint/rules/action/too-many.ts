import { NOTICES, type Rule } from '#compiler/lint/rule.ts';

/** More steps than this are not kept in mind. */
const MOST = 5;

export const tooMany: Rule = {
  id: 'action/too-many',
  severity: 'warning',
  waivable: 'tick',
  on: NOTICES,
  *check({ text }) {
    for (const { node, section, cohort } of text.lists) {
      if (node.ordered && node.children.length > MOST && (cohort !== null || section === 'can_do'))
        yield {
          at: node,
          message: `These are ${node.children.length} steps, and nobody keeps more than ${MOST} in mind. Leave out what the page itself leads through.`,
        };
    }
  },
};
