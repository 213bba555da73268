import type { Finding } from '#compiler/text/finding.ts';
import { readYaml } from '#compiler/text/yaml/read-yaml.ts';

/** What a template leaves for people to write. */
export const PLACEHOLDER = /(?<![\p{L}\p{N}])TODO(?![\p{L}\p{N}])/u;

/** What stands in an `incident.yaml` for something that is still missing; nothing where it can't be read. */
export function factsPlaceholders(source: string): Finding[] {
  const { value, placeOf } = readYaml(source, { family: 'facts' });
  const found: Finding[] = [];
  const visit = (inner: unknown, path: PropertyKey[]): void => {
    if (typeof inner === 'string' && PLACEHOLDER.test(inner)) {
      const message = `"${inner}" stands for something that is still missing. Write it, or say that we do not know it yet.`;
      found.push({ rule: 'structure/placeholder', severity: 'error', ...placeOf(path), message });
    } else if (Array.isArray(inner)) for (const [index, item] of inner.entries()) visit(item, [...path, index]);
    else if (typeof inner === 'object' && inner !== null) for (const [key, item] of Object.entries(inner)) visit(item, [...path, key]);
  };
  visit(value, []);
  return found;
}
