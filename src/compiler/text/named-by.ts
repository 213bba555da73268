import { splitFrontMatter } from './front-matter.ts';

/** A post with another word of its address at its head; one that names none there stays as it is. */
export function namedBy(source: string, slug: string): string {
  const { yaml } = splitFrontMatter(source);
  return yaml === null ? source : source.replace(yaml, () => yaml.replace(/^slug:[^\r\n]*/m, `slug: ${slug}`));
}
