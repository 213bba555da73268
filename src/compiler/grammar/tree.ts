/** The part of a Markdown syntax tree (mdast with MDX) that the checks read. Lines and columns count from 1. */
export interface Node {
  type: string;
  children?: Node[];
  position?: { start: { line: number; column: number } } | undefined;
  value?: string;
  /** Of an element: null for a fragment. */
  name?: string | null;
  attributes?: Attribute[];
  /** Of a heading: 1 to 6. */
  depth?: number;
  url?: string;
  title?: string | null;
  alt?: string | null;
  /** Of a reference or a definition: what ties them together. */
  identifier?: string;
  /** What the element gets beside what Markdown says. */
  data?: { hProperties: Record<string, string | number> };
}

export interface Attribute {
  type: string;
  name?: string;
  /** A string is literal, null stands alone (`date`), an object is an expression. */
  value?: string | null | object;
  position?: Node['position'];
}

/** Calls `visit` for each node in the order of the text. */
export function walk(node: Node, visit: (node: Node, parent: Node | null) => void, parent: Node | null = null): void {
  visit(node, parent);
  for (const child of node.children ?? []) walk(child, visit, node);
}

/** Where references lead. Of two definitions with one name the first counts. */
export function definitionsOf(tree: Node): Map<string, Node> {
  const definitions = new Map<string, Node>();
  walk(tree, (node) => {
    if (node.type === 'definition' && node.identifier && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return definitions;
}

/** What a reader sees of a node, without markup; a picture counts as its alternative text. */
export function textOf(node: Node): string {
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value ?? '';
  return (node.children ?? []).map(textOf).join('');
}
