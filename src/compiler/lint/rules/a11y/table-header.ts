import { textOf } from '#compiler/grammar/text-of.ts';
import { POSTS, type Rule } from '#compiler/lint/rule.ts';

export const tableHeader: Rule = {
  id: 'a11y/table-header',
  severity: 'error',
  waivable: 'reason',
  on: POSTS,
  *check({ text }) {
    for (const { node } of text.tables) {
      const cells = node.children[0]?.children ?? [];
      // The corner above the names of the rows may be empty.
      const empty = cells.findIndex((cell, index) => textOf(cell).trim() === '' && (index > 0 || cells.length === 1));
      if (empty !== -1)
        yield { at: node, message: `The head of column ${empty + 1} is empty, and a screen reader reads it before each cell. Say what stands in the column.` };
    }
  },
};
