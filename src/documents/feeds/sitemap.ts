import type { Edition, PublicDocument } from '#model/edition.ts';
import { DEFAULT_LOCALE, inLocale, type Locale, paths } from '#paths';
import { pathOf } from '#documents/post/post-list.tsx';
import { languagesOf } from '#documents/post/text-in.ts';

interface Place {
  /** In the default locale. */
  path: string;
  languages: readonly Locale[];
  /** ISO 8601. */
  changedAt?: string;
}

interface Sitemap {
  url: string;
  places: Place[];
}

/** Pages that every site has, in all of its languages. */
const STANDING = ['home', 'advisories', 'blog', 'genuine', 'help', 'contact', 'press', 'privacy', 'legal'] as const;

export function placesOf({ posts, site }: Edition): Place[] {
  const places: Place[] = STANDING.map((name) => ({ path: paths[name](DEFAULT_LOCALE), languages: site.locales }));
  for (const post of posts) {
    places.push({ path: pathOf(post, DEFAULT_LOCALE), languages: languagesOf(post.texts, site.locales), changedAt: post.changedAt });
    for (const update of post.updates) {
      const path = paths.update(DEFAULT_LOCALE, post.slug, update.slug);
      places.push({ path, languages: languagesOf(update.texts, site.locales), changedAt: update.at });
    }
  }
  return places;
}

export function sitemapDocument({ url, places }: Sitemap): PublicDocument {
  const entries = places.flatMap(({ path, languages, changedAt }) => {
    const at = (locale: Locale) => inLocale(path, locale);
    const alternates =
      languages.length > 1
        ? [...languages.map((locale) => [locale, at(locale)]), ...(languages.includes(DEFAULT_LOCALE) ? [['x-default', at(DEFAULT_LOCALE)]] : [])]
        : [];
    const links = alternates.map(([language, path]) => `<xhtml:link rel="alternate" hreflang="${language}" href="${url}${path}"/>`).join('');
    return languages.map((locale) => `<url><loc>${url}${at(locale)}</loc>${changedAt ? `<lastmod>${changedAt}</lastmod>` : ''}${links}</url>`);
  });
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9" xmlns:xhtml="http://www.w3.org/1999/xhtml">
${entries.join('\n')}
</urlset>
`;
  return { path: paths.sitemap(), status: 200, contentType: 'application/xml; charset=utf-8', body };
}
