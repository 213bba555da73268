import type { Heading, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { LANGUAGES } from '#locales/registry.ts';
import { SECTION_KEYS, type SectionKey } from '#model/edition.ts';
import type { GuardPolicy } from './policy.ts';
import type { Report } from './report.ts';
import { sectionKey } from './headings.ts';
import { textOf } from './text-of.ts';

/** Headings in their order, and the five of an advisory. */
export function checkStructure(tree: Root, policy: GuardPolicy, report: Report): void {
  const nodes = tree.children;
  const start = { position: { start: { line: 1, column: 1 } } };
  const seen = new Map<SectionKey, Heading>();
  let depth: number = 1;
  for (const [index, node] of nodes.entries()) {
    if (node.type !== 'heading') continue;
    const level = node.depth;
    const heading = textOf(node).trim();
    if (heading === '') report('structure/empty-heading', node, 'This heading has no words. Write them or remove it.');
    if (level === 1) report('structure/title-heading', node, 'The title has a field of its own. Begin headings with "##".');
    else if (level > depth + 1)
      report('structure/heading-skip', node, `This heading is of level ${level} under one of level ${depth}. Use ${'#'.repeat(depth + 1)}.`);
    depth = Math.max(level, 1);
    const key = level === 2 ? sectionKey(heading, policy.locale) : null;
    if (key) {
      const first = seen.get(key);
      if (first) report('structure/duplicate-heading', node, `"${heading}" stands already in line ${first.position?.start.line ?? 1}. Join the two.`);
      else seen.set(key, node);
    }
    if (level === 2 && isEmpty(nodes.slice(index + 1))) {
      report('structure/empty-section', node, `Nothing stands under "${heading}". Write a full sentence, if only that there is nothing to do.`);
    }
  }
  if (policy.kind !== 'advisory') return;
  for (const key of SECTION_KEYS) {
    if (!seen.has(key))
      report('structure/missing-heading', start, `The heading "## ${LANGUAGES[policy.locale].headings[key]}" is missing. An advisory has all five.`);
  }
}

/** Whether nothing readable stands before the next heading of the second level. */
function isEmpty(following: RootContent[]): boolean {
  const end = following.findIndex((node) => node.type === 'heading' && node.depth <= 2);
  const section = end === -1 ? following : following.slice(0, end);
  let content = false;
  for (const node of section) {
    if (node.type === 'heading') continue;
    visit(node, (inner) => {
      if (inner.type.startsWith('mdxJsx') || textOf(inner).trim() !== '') content = true;
    });
  }
  return !content;
}
