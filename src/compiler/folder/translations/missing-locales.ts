import { basename } from 'node:path';
import { type Locale, LOCALES } from '#paths';
import type { Content, ContentFile } from '#compiler/folder/content.ts';
import type { Finding } from '#compiler/text/finding.ts';

/** Each post and update in every locale of the site. Reported at each file that exists, since any of them may be the one being checked. */
export function missingLocales({ site, files, strays }: Content): Map<string, Finding[]> {
  const found = new Map<string, Finding[]>();
  if (!site) return found;
  const posts = Map.groupBy(files, ({ kind, incidentSlug = '', slug }: ContentFile) => `${kind} ${incidentSlug} ${slug}`);
  // One that is there and can't be read is named itself.
  const unreadable = new Set(strays.map(({ path }) => path));
  for (const group of posts.values()) {
    const missing = LOCALES.filter(
      (locale) => site.locales.includes(locale) && !group.some((file) => file.locale === locale || unreadable.has(inLocale(file, locale))),
    );
    for (const file of group) {
      found.set(
        file.path,
        missing.map((locale) => ({
          rule: 'i18n/missing-locale',
          severity: 'error',
          line: 1,
          column: 1,
          message: `The site speaks "${locale}", and this text is missing in it. Add ${basename(inLocale(file, locale))}.`,
        })),
      );
    }
  }
  return found;
}

function inLocale({ path, locale }: ContentFile, other: Locale): string {
  return `${path.slice(0, -`.${locale}.mdx`.length)}.${other}.mdx`;
}
