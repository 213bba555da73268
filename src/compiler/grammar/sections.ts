import type { BlockContent, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { Rendered } from '#model/edition.ts';
import type { Locale } from '#paths';
import { sectionKey } from './headings.ts';
import { textOf } from './text-of.ts';

/** The element around each part while it is rendered. Only this file writes it: React escapes "<" everywhere else. */
const PART = 'candor-part';

type Heading = Omit<Rendered['sections'][number], 'html'>;

/** Wraps what stands before the first second-level heading, and below each, and takes these headings out of the tree. */
export function cutAtHeadings(tree: Root, locale: Locale): Heading[] {
  const headings: Heading[] = [];
  const parts = [part()];
  for (const node of tree.children) {
    if (node.type === 'heading' && node.depth === 2) {
      const heading = textOf(node).trim();
      const key = sectionKey(heading, locale);
      headings.push({ key, id: unused(key?.replace('_', '-') ?? slugOf(heading), headings), heading });
      parts.push(part());
    } else parts.at(-1)?.children.push(node as BlockContent);
  }
  tree.children = parts;
  return headings;
}

function part(): MdxJsxFlowElement {
  return { type: 'mdxJsxFlowElement', name: PART, attributes: [], children: [] };
}

/** Puts the rendered parts and their headings together again. */
export function joinParts(html: string, headings: Heading[]): Rendered {
  const [lead = '', ...rest] = html.split(`</${PART}>`).map((text) => text.replace(`<${PART}>`, '').trim());
  return { lead, sections: headings.map((heading, index) => ({ ...heading, html: rest[index] ?? '' })) };
}

/** Letters and digits of any script, so that a link to it can be read. */
function slugOf(heading: string): string {
  return (
    heading
      .replaceAll('\u00AD', '')
      .normalize('NFC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
      .replace(/^-|-$/g, '')
      .slice(0, 60) || 'section'
  );
}

function unused(id: string, headings: Heading[]): string {
  let candidate = id;
  for (let n = 2; headings.some((heading) => heading.id === candidate); n += 1) candidate = `${id}-${n}`;
  return candidate;
}
