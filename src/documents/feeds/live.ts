import type { PublicDocument, PublishedPost } from '#model/edition.ts';
import { paths } from '#paths';
import type { View } from '#documents/post/view.ts';

/** What tells one state of an advisory from the next: its newest update, and when that was. */
export function newestOf(post: PublishedPost): { update: string; at: string } {
  const [newest] = post.updates;
  return { update: newest?.slug ?? '', at: new Date(newest?.at ?? post.publishedAt).toISOString() };
}

/** For the small script: the newest update of each advisory that goes on or has just ended. */
export function liveDocument(view: View): PublicDocument {
  const { edition, locale } = view;
  const advisories = edition.posts
    .filter((post) => post.kind === 'advisory')
    .map((post) => {
      const newest = newestOf(post);
      const url = newest.update ? paths.update(locale, post.slug, newest.update) : paths.advisory(locale, post.slug);
      return [post.slug, { ...newest, url }];
    });
  return {
    path: paths.live(locale),
    status: 200,
    contentType: 'application/json; charset=utf-8',
    body: JSON.stringify({ edition: edition.number, advisories: Object.fromEntries(advisories) }),
  };
}
