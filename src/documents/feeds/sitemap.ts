import type { PublicDocument } from '#model/edition.ts';
import { DEFAULT_LOCALE, type Locale, paths } from '#paths';
import { languagesOf } from '#documents/post/text-in.ts';
import type { View } from '#documents/post/view.ts';

interface Place {
  at: (locale: Locale) => string;
  languages: readonly Locale[];
  changedAt?: string;
}

/** Pages that every site has, in all of its languages. */
const STANDING = ['home', 'advisories', 'blog', 'genuine', 'help', 'contact', 'press', 'privacy', 'legal'] as const;

export function sitemapDocument(view: View): PublicDocument {
  const { url, site, edition } = view;
  const places: Place[] = STANDING.map((name) => ({ at: paths[name], languages: site.locales }));
  for (const post of edition.posts) {
    const at = (locale: Locale) => (post.kind === 'advisory' ? paths.advisory(locale, post.slug) : paths.note(locale, post.slug));
    places.push({ at, languages: languagesOf(post.texts, site.locales), changedAt: post.changedAt });
    for (const update of post.updates) {
      places.push({ at: (locale) => paths.update(locale, post.slug, update.slug), languages: languagesOf(update.texts, site.locales), changedAt: update.at });
    }
  }
  const entries = places.flatMap(({ at, languages, changedAt }) => {
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
