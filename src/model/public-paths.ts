import { type Locale, paths } from '#paths';

/** What of a post decides which pages it has. */
export interface PagedPost {
  kind: 'advisory' | 'note';
  slug: string;
  updates: readonly { slug: string }[];
}

const STANDING = [
  ...(['home', 'advisories', 'blog', 'genuine', 'help', 'privacy', 'legal', 'contact', 'press', 'notFound'] as const),
  ...(['atom', 'rss', 'jsonFeed', 'live'] as const),
] as const;
const WITHOUT_LANGUAGE = ['sitemap', 'robots', 'securityTxt', 'changePassword'] as const;

/**
 * Every path of an edition but those that hold a hash. A post is there in all languages of the site: one that lacks it shows
 * another's text. `src/documents/site.test.ts` holds it equal to what `src/documents/site.tsx` makes.
 */
export function publicPaths(locales: readonly Locale[], posts: readonly PagedPost[]): string[] {
  return [
    ...WITHOUT_LANGUAGE.map((name) => paths[name]()),
    ...locales.flatMap((locale) => [...STANDING.map((name) => paths[name](locale)), ...posts.flatMap((post) => postPaths(post, locale))]),
  ];
}

/** The pages of one post in one locale: its own, then those of its updates. */
function postPaths({ kind, slug, updates }: PagedPost, locale: Locale): string[] {
  if (kind === 'note') return [paths.note(locale, slug)];
  return [paths.advisory(locale, slug), ...updates.map((update) => paths.update(locale, slug, update.slug))];
}
