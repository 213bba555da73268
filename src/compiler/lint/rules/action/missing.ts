import type { Rule } from '#compiler/lint/rule.ts';

export const missing: Rule = {
  id: 'action/missing',
  severity: 'error',
  waivable: 'reason',
  on: ['advisory'],
  *check({ text, facts }) {
    const told = new Set(text.components.flatMap(({ node }) => (node.name === 'Action' ? [attributeOf(node.attributes)] : [])));
    for (const cohort of new Set(facts?.actions.map((action) => action.cohort))) {
      if (!told.has(cohort))
        yield {
          at: null,
          message: `"${cohort}" is asked for something, and the text doesn’t say so. Add <Action cohort="${cohort}">…</Action> under what people can do.`,
        };
    }
  },
};

function attributeOf(attributes: readonly { type: string; name?: string; value?: unknown }[]): unknown {
  return attributes.find(({ type, name }) => type === 'mdxJsxAttribute' && name === 'cohort')?.value;
}
