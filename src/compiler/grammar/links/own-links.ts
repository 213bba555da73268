import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { definitionsOf } from '../definitions-of.ts';
import { isPlainUrl } from './plain-url.ts';

/** A link to a place of our own, as it stands in a text; line and column count from 1. */
export interface OwnLink {
  /** Decoded and without a query; empty for a place on the page itself. */
  path: string;
  /** The id behind "#", decoded; empty without one. */
  anchor: string;
  line: number;
  column: number;
}

/** The links of a text that lead to our own host: by a path, by a place on the page, or by the whole address. */
export function ownLinksOf(tree: Root, host: string | null): OwnLink[] {
  const targets = definitionsOf(tree);
  const links: OwnLink[] = [];
  visit(tree, (node) => {
    if (node.type !== 'link' && node.type !== 'linkReference') return;
    const url = node.type === 'link' ? node.url : (targets.get(node.identifier)?.url ?? '');
    const own = ownPlace(url, host);
    const { line, column } = node.position?.start ?? { line: 1, column: 1 };
    if (own) links.push({ ...own, line, column });
  });
  return links;
}

function ownPlace(url: string, host: string | null): Pick<OwnLink, 'path' | 'anchor'> | null {
  const here = host ?? 'own.invalid';
  // Who is refused for what is written is not told where it leads.
  if (!isPlainUrl(url) || !URL.canParse(url, `https://${here}`)) return null;
  const { protocol, host: named, pathname, hash } = new URL(url, `https://${here}`);
  if (protocol !== 'https:' || named !== here || !/^(?:\/(?!\/)|#|https:)/i.test(url)) return null;
  // What stands behind ":~:" names words to a browser, and no place.
  return { path: url.startsWith('#') ? '' : decoded(pathname), anchor: decoded(hash.slice(1)).replace(/:~:.*$/s, '') };
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
