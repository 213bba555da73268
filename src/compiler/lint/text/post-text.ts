import type { Image, ImageReference, Link, LinkReference, List, Nodes, Parents, Root, Table } from 'mdast';
import type { MdxJsxFlowElement, MdxJsxTextElement } from 'mdast-util-mdx';
import { sectionKey } from '#compiler/grammar/headings.ts';
import { definitionsOf } from '#compiler/grammar/definitions-of.ts';
import { textOf } from '#compiler/grammar/text-of.ts';
import { LANGUAGES } from '#locales/registry.ts';
import type { SectionKey } from '#model/edition.ts';
import type { Locale } from '#paths';
import { fold } from './fold.ts';
import { CODE, MOMENT, type Passage, type Sentence } from './passage.ts';
import { sentencesOf } from './sentences-of.ts';
import { writtenAt } from './written-at.ts';

/** A part of the tree with where it stands, as its rules want it. */
interface Placed<Node> {
  node: Node;
  section: SectionKey | null;
  cohort: string | null;
}

/** One text in one locale, walked once. */
export interface PostText {
  passages: Passage[];
  sentences: Sentence[];
  components: Placed<MdxJsxFlowElement | MdxJsxTextElement>[];
  /** With the address that each leads to. */
  links: (Placed<Link | LinkReference> & { url: string })[];
  tables: Placed<Table>[];
  lists: Placed<List>[];
}

export interface Head {
  title: string;
  summary: string;
}

/** What stands in a block of prose and is none itself. */
const WORDS: ReadonlySet<string> = new Set(['text', 'emphasis', 'strong', 'delete', 'inlineCode', 'break', 'link', 'linkReference', 'image', 'imageReference']);

/** What is around a node. */
interface Around {
  lead: boolean;
  section: SectionKey | null;
  under: string;
  cohort: string | null;
}

/** Reads a tree into passages. `source` is the text that its places count in. */
export function postText(tree: Root, source: string, head: Head | null, locale: Locale): PostText {
  const words = LANGUAGES[locale].lint;
  const targets = definitionsOf(tree);
  const text: Omit<PostText, 'sentences'> = { passages: [], components: [], links: [], tables: [], lists: [] };
  const around: Around = { lead: true, section: null, under: '', cohort: null };
  for (const kind of ['title', 'summary'] as const) {
    if (head) text.passages.push({ kind, level: null, ...around, ...fold(head[kind], words) });
  }
  walk(tree);
  return { ...text, sentences: text.passages.flatMap((passage) => (passage.kind === 'code' ? [] : sentencesOf(passage, locale))) };

  function walk(node: Nodes): void {
    switch (node.type) {
      case 'heading':
        Object.assign(around, { lead: false, under: fold(textOf(node), words).text });
        if (node.depth === 2) around.section = sectionKey(textOf(node).trim(), locale);
        return addBlock('heading', node);
      case 'paragraph':
      case 'tableCell':
        return addBlock('prose', node);
      case 'definition':
        return node.title ? add('prose', [[node.title, node]]) : undefined;
      case 'code':
        return add('code', [[node.value, node]]);
      case 'table':
        text.tables.push(placed(node));
        break;
      case 'list':
        text.lists.push(placed(node));
        break;
      case 'mdxJsxFlowElement':
        text.components.push(placed(node));
        if (node.name === 'Action') return walkAction(node);
        return walkInto(node);
      default:
        break;
    }
    if ('children' in node) for (const child of node.children) walk(child);
  }

  function walkAction(node: MdxJsxFlowElement): void {
    const before = around.cohort;
    around.cohort = cohortOf(node);
    walkInto(node);
    around.cohort = before;
  }

  /** On one line, a component holds its words themselves and no paragraph. */
  function walkInto(node: MdxJsxFlowElement): void {
    if (node.children.some((child) => WORDS.has(child.type))) return addBlock('prose', node);
    for (const child of node.children) walk(child);
  }

  function addBlock(kind: 'heading' | 'prose', block: Parents): void {
    const pieces: [string, Nodes][] = [];
    const collect = (node: Nodes): void => {
      if ('title' in node && node.title) add('prose', [[node.title, node]]);
      if (node.type === 'text') pieces.push([node.value, node]);
      else if (node.type === 'break') pieces.push([' ', node]);
      else if (node.type === 'inlineCode') {
        pieces.push([CODE, node]);
        add('code', [[node.value, node]]);
      } else if (node.type === 'image' || node.type === 'imageReference') addAlt(node);
      else if (node.type === 'mdxJsxTextElement' || node.type === 'mdxJsxFlowElement') {
        text.components.push(placed(node));
        if (node.name === 'Time') pieces.push([MOMENT, node]);
        for (const child of node.children) collect(child);
      } else if ('children' in node) {
        if (node.type === 'link') text.links.push({ ...placed(node), url: node.url });
        if (node.type === 'linkReference') text.links.push({ ...placed(node), url: targets.get(node.identifier)?.url ?? '' });
        for (const child of node.children) collect(child);
      }
    };
    for (const child of block.children) collect(child);
    add(kind, pieces, block.type === 'heading' ? block.depth : null);
  }

  function addAlt(image: Image | ImageReference): void {
    add('prose', [[image.alt ?? '', image]]);
  }

  /** One passage of what stands in several nodes. */
  function add(kind: Passage['kind'], pieces: [value: string, node: Nodes][], level: number | null = null): void {
    let value = '';
    const at: number[] = [];
    for (const [piece, node] of pieces) {
      const { start, end } = node.position ?? { start: { offset: 0 }, end: { offset: 0 } };
      const from = start.offset ?? 0;
      // A part of a picture or of a component stands where the whole does.
      const places = node.type === 'text' || node.type === 'inlineCode' || node.type === 'code' ? writtenAt(piece, source, from, end.offset ?? from) : [from];
      for (let unit = 0; unit < piece.length; unit += 1) at.push(places[unit] ?? from);
      value += piece;
    }
    const end = pieces.at(-1)?.[1].position?.end.offset ?? 0;
    text.passages.push({ kind, level, ...around, ...fold(value, words, (index) => at[index] ?? end) });
  }

  function placed<Node>(node: Node): Placed<Node> {
    return { node, section: around.section, cohort: around.cohort };
  }
}

function cohortOf({ attributes }: MdxJsxFlowElement): string | null {
  const cohort = attributes.find((attribute) => attribute.type === 'mdxJsxAttribute' && attribute.name === 'cohort');
  return typeof cohort?.value === 'string' ? cohort.value : null;
}
