import type { PublishedPost } from './edition.ts';

/** The one order of posts, wherever they are listed. Of one instant, kind and slug decide, by their letters' codes: no language of a machine does. */
export function newestPostFirst(a: PublishedPost, b: PublishedPost): number {
  return Date.parse(b.publishedAt) - Date.parse(a.publishedAt) || (nameOf(a) < nameOf(b) ? -1 : 1);
}

const nameOf = ({ kind, slug }: PublishedPost) => `${kind}/${slug}`;
