import type { BlockContent, Heading, Root } from 'mdast';
import type { MdxJsxFlowElement } from 'mdast-util-mdx';
import type { Rendered } from '#model/edition.ts';
import type { Locale } from '#paths';
import { sectionKey } from './headings.ts';
import { textOf } from './text-of.ts';

/** The element around each part while it is rendered. Only this file writes it: React escapes "<" everywhere else. */
const PART = 'candor-part';

type Section = Omit<Rendered['sections'][number], 'html'>;

/**
 * The second-level headings of a text with their ids: letters, digits, marks and hyphens, none twice. An official one has its own
 * id whatever stands before it; what the frame of a page names begins with another sign (`src/ui/page/frame-ids.ts`).
 */
export function sectionsOf(tree: Root, locale: Locale): Section[] {
  const headings = tree.children.filter(isSectionHeading).map((node) => textOf(node).trim());
  const keys = headings.map((heading) => sectionKey(heading, locale)).map((key, index, all) => (all.indexOf(key) === index ? key : null));
  const ids = new Set(keys.flatMap((key) => (key ? [officialId(key)] : [])));
  const tried = new Map<string, number>();
  /** The words, or the words with the first number from 2 on that is free. Linear in the number of headings. */
  function unused(words: string): string {
    let n = tried.get(words) ?? 1;
    let id = n === 1 ? words : `${words}-${n}`;
    while (ids.has(id)) {
      n += 1;
      id = `${words}-${n}`;
    }
    tried.set(words, n);
    return id;
  }
  return headings.map((heading, index) => {
    const key = keys[index] ?? null;
    const id = key ? officialId(key) : unused(slugOf(heading));
    ids.add(id);
    return { key, id, heading };
  });
}

/** Wraps what stands before the first second-level heading, and below each, and takes these headings out of the tree. */
export function cutAtHeadings(tree: Root): void {
  const parts = [part()];
  for (const node of tree.children) {
    if (isSectionHeading(node)) parts.push(part());
    else parts.at(-1)?.children.push(node as BlockContent);
  }
  tree.children = parts;
}

function isSectionHeading(node: Root['children'][number]): node is Heading {
  return node.type === 'heading' && node.depth === 2;
}

function part(): MdxJsxFlowElement {
  return { type: 'mdxJsxFlowElement', name: PART, attributes: [], children: [] };
}

/** Puts the rendered parts and their headings together again. */
export function joinParts(html: string, sections: Section[]): Rendered {
  const [lead = '', ...rest] = html.split(`</${PART}>`).map((text) => text.replace(`<${PART}>`, '').trim());
  return { lead, sections: sections.map((section, index) => ({ ...section, html: rest[index] ?? '' })) };
}

function officialId(key: NonNullable<Section['key']>): string {
  return key.replace('_', '-');
}

/** Letters and digits of any script, so that a link to it can be read. */
function slugOf(heading: string): string {
  const words = heading
    .replaceAll('\u00AD', '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\p{M}]+/gu, '-')
    .replace(/^-|-$/g, '');
  return [...words].slice(0, 60).join('') || 'section';
}
