import { stringify } from 'yaml';
import type { FrontMatter } from '#compiler/text/front-matter.ts';

/** A post as a file holds it. */
export function postSource(frontMatter: FrontMatter, body: string): string {
  return `---\n${stringify(frontMatter, { lineWidth: 0 })}---\n\n${body}\n`;
}
