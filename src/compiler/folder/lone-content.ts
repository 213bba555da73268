import { basename } from 'node:path';
import { DEFAULT_LOCALE, type Locale, LOCALES } from '#paths';
import type { Content } from './content.ts';
import { type PostKind, readFrontMatter, splitFrontMatter } from '#compiler/text/front-matter.ts';
import { sectionKey } from '#compiler/grammar/headings.ts';
import { readFacts } from './read-facts.ts';
import { readText } from '#compiler/text/read-text.ts';

/** A file outside any content folder: no site, no facts; what it is comes from its name and its text. */
export async function loneContent(path: string): Promise<Content> {
  const { source, findings } = await readText(path);
  const now = new Date();
  const content: Content = { now, site: null, siteFile: null, incidents: [], files: [], strays: [] };
  if (basename(path) === 'incident.yaml') {
    const read = findings.length > 0 ? { facts: null, findings } : readFacts(source, now, null);
    return { ...content, incidents: [{ slug: '', path, ...read }] };
  }
  const { yaml } = splitFrontMatter(source);
  const { frontMatter } = readFrontMatter(yaml, 'advisory');
  const locale = frontMatter?.locale ?? localeInName(path) ?? DEFAULT_LOCALE;
  const slug = frontMatter?.slug ?? basename(path).split('.')[0] ?? '';
  const file = { path, kind: kindOf(path, source, yaml, locale), slug, locale, source, findings };
  return { ...content, files: [file] };
}

function kindOf(path: string, source: string, yaml: string | null, locale: Locale): PostKind {
  if (/^advisory\b/.test(basename(path))) return 'advisory';
  if (/[\\/]updates[\\/][^\\/]+$/.test(path) || /^status:/m.test(yaml ?? '')) return 'update';
  const known = source.split(/\r\n|\r|\n/).some((line) => line.startsWith('## ') && sectionKey(line.slice(3), locale));
  return known ? 'advisory' : 'note';
}

function localeInName(path: string): Locale | undefined {
  return LOCALES.find((locale) => basename(path).endsWith(`.${locale}.mdx`));
}
