import type { Facts } from '#model/facts.ts';
import type { Subject } from './rule.ts';
import type { Passage } from './text/passage.ts';
import type { PostText } from './text/post-text.ts';

interface ToldAction {
  action: Facts['actions'][number];
  /** The component that tells it. */
  at: PostText['components'][number]['node'];
  /** What stands in it. */
  passages: Passage[];
}

/** What the facts ask of each cohort that has an `<Action>` in the text, at the first one; with all that stands in any of them. */
export function toldActions({ text, facts }: Subject): ToldAction[] {
  const passagesOf = Map.groupBy(text.passages, ({ cohort }) => cohort);
  const told = new Set<string>();
  return text.components.flatMap(({ node }) => {
    const cohort = node.attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'cohort')?.value;
    if (node.name !== 'Action' || typeof cohort !== 'string' || told.has(cohort)) return [];
    told.add(cohort);
    return (facts?.actions ?? []).filter((action) => action.cohort === cohort).map((action) => ({ action, at: node, passages: passagesOf.get(cohort) ?? [] }));
  });
}
