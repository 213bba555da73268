import type { Edition, PublishedPost, PublishedText } from '#model/edition.ts';
import { DEFAULT_LOCALE, type Locale, paths } from '#paths';
import { pathOf } from '#documents/post/post-list.tsx';
import { textIn } from '#documents/post/text-in.ts';

/** A feed holds so many entries: readers keep older ones themselves. */
const NEWEST = 40;

/** One entry of a feed: an update of an advisory, or a note. */
export interface Entry {
  /** Never changes, whatever becomes of the text, its address or the site's software. */
  id: string;
  path: string;
  text: PublishedText;
  language: Locale;
  at: string;
  /** The advisory that an update belongs to. */
  advisory: string | null;
  /** The promise that is broken, on the newest word of its advisory; ISO 8601. */
  lateSince: string | null;
}

/** The newest entries of one locale, newest first; of one instant, in the order of the posts and of their updates. */
export function entriesOf({ posts, site }: Edition, locale: Locale): Entry[] {
  const tag = (post: PublishedPost, rest = '') =>
    `tag:${site.host},${post.publishedAt.slice(0, 10)}:${post.kind}/${post.slug}${rest}${locale === DEFAULT_LOCALE ? '' : `;${locale}`}`;
  const entries = posts.flatMap((post): (Entry | null)[] => {
    const own = textIn(post.texts, locale);
    // An advisory speaks by its updates; before the first of them, by itself.
    if (post.updates.length === 0)
      return [own && { ...own, id: tag(post), path: pathOf(post, locale), at: own.text.publishedAt, advisory: null, lateSince: post.lateSince }];
    return post.updates.map((update) => {
      const found = textIn(update.texts, locale);
      return (
        found && {
          ...found,
          id: tag(post, `/${update.slug}`),
          path: paths.update(locale, post.slug, update.slug),
          at: update.at,
          advisory: own?.text.title ?? null,
          lateSince: update === post.updates[0] ? post.lateSince : null,
        }
      );
    });
  });
  return entries
    .filter((entry) => entry !== null)
    .sort((a, b) => Date.parse(b.at) - Date.parse(a.at))
    .slice(0, NEWEST);
}
