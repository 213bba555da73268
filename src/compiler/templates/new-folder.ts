import { LANGUAGES } from '#locales/registry.ts';
import { fill } from './fill.ts';
import { folderReadme } from './folder-readme.ts';
import { newSite, type SiteAnswers, siteSource } from './new-site.ts';
import { postSource } from './post-source.ts';
import { toTheMinute } from './to-the-minute.ts';

/** The first note's word in addresses. */
const WELCOME = 'where-we-write';

/** A content folder of one's own, path → text: a site, a first note in each language, and what to do next. */
export function newFolder(answers: SiteAnswers, now: Date): Record<string, string> {
  const site = newSite(answers);
  const notes = site.locales.map((locale) => {
    const { title, summary, body } = LANGUAGES[locale].templates.site.welcome;
    const source = postSource({ title, slug: WELCOME, summary, locale, date: toTheMinute(now) }, fill(body, { site, locale }));
    return [`notes/${WELCOME}.${locale}.mdx`, source] as const;
  });
  return { 'site.yaml': siteSource(site), ...Object.fromEntries(notes), 'README.md': folderReadme(site) };
}
