import { LOCALES } from '#paths';
import type { Content, ContentFile } from './content.ts';
import type { Finding } from '#compiler/text/finding.ts';

/** Each post and update in every locale of the site. Reported at each file that exists, since any of them may be the one being checked. */
export function missingLocales({ site, files }: Content): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  if (!site) return found;
  const posts = Map.groupBy(files, ({ kind, incidentSlug = '', slug }: ContentFile) => `${kind} ${incidentSlug} ${slug}`);
  for (const group of posts.values()) {
    const missing = LOCALES.filter((locale) => site.locales.includes(locale) && !group.some((file) => file.locale === locale));
    for (const file of group) {
      found.set(
        file.path,
        missing.map((locale) => ({
          rule: 'i18n/missing-locale',
          severity: 'error',
          line: 1,
          column: 1,
          message: `The site speaks "${locale}", and this text is missing in it. Add ${file.path.replace(/^.*[\\/]/, '').replace(`.${file.locale}.mdx`, `.${locale}.mdx`)}.`,
        })),
      );
    }
  }
  return found;
}
