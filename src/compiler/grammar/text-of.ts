import type { Nodes } from 'mdast';

/** What a reader sees of a node, without markup; a picture counts as its alternative text, a program as nothing. */
export function textOf(node: Nodes): string {
  if (node.type === 'image' || node.type === 'imageReference') return node.alt ?? '';
  if (node.type === 'text' || node.type === 'inlineCode' || node.type === 'code') return node.value;
  return 'children' in node ? node.children.map(textOf).join('') : '';
}
