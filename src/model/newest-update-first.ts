import type { PublishedUpdate } from './edition.ts';

/**
 * The one order of an advisory's updates; where the incident stands is what the first of them says. Of one instant, the later slug by
 * its letters' codes counts as the newer; in SQL `ORDER BY at DESC, slug COLLATE "C" DESC`.
 */
export function newestUpdateFirst(a: PublishedUpdate, b: PublishedUpdate): number {
  return Date.parse(b.at) - Date.parse(a.at) || (a.slug < b.slug ? 1 : -1);
}
