import { dirname, resolve } from 'node:path';
import type { Content } from './content.ts';
import type { Finding } from '#compiler/text/finding.ts';
import type { Renderer } from '#compiler/render/renderer.ts';

/** A page of `site.yaml` has its title there; the grammar is that of every post. */
const HEAD = ['---', 'title: "-"', 'slug: page', 'summary: "-"', 'date: 2000-01-01'];

/** Passes the pages of `site.yaml` through the guard of posts: links, pictures and headings are judged as anywhere else that people read. */
export async function checkPages({ site, siteFile }: Content, renderer: Renderer): Promise<Finding[]> {
  if (!siteFile) return [];
  const found = await Promise.all(
    siteFile.pages.map(async ({ locale, body, line, inLines }) => {
      const head = [...HEAD, `locale: ${locale}`, '---', ''].join('\n');
      const result = await renderer.render({ source: head + body, locale, kind: 'note', facts: null, site, folder: resolve(dirname(siteFile.path)) });
      return result.findings.map((finding): Finding => ({ ...finding, line: inLines ? line + finding.line - HEAD.length - 2 : line, column: 1 }));
    }),
  );
  return found.flat();
}
