import type { Definition, Nodes } from 'mdast';
import { visit } from 'unist-util-visit';

/** Where references lead, by their identifiers. Of two definitions with one name the first counts. */
export function definitionsOf(tree: Nodes): Map<string, Definition> {
  const definitions = new Map<string, Definition>();
  visit(tree, 'definition', (definition) => {
    if (!definitions.has(definition.identifier)) definitions.set(definition.identifier, definition);
  });
  return definitions;
}
