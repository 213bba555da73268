import { createHash } from 'node:crypto';
import { type PostKind, readFrontMatter, splitFrontMatter } from './front-matter.ts';

/**
 * SHA-256 (hex) of what a translation of a text has to follow: its title, summary and body. Slug, locale, date and status are said once for all
 * languages. Of a text whose front matter can't be read, all of it.
 */
export function proseHash(source: string, kind: PostKind): string {
  const { yaml, body } = splitFrontMatter(source);
  const { frontMatter } = readFrontMatter(yaml, kind);
  const prose = frontMatter ? [frontMatter.title, frontMatter.summary, body] : [source];
  return createHash('sha256')
    .update(prose.map((part) => part.replace(/\r\n?/g, '\n').trim()).join('\0'))
    .digest('hex');
}
