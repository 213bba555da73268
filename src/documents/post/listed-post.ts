import type { PublishedPost } from '#model/edition.ts';
import type { Locale } from '#paths';
import { textIn } from './text-in.ts';

/** What a list in one locale shows of a post: it stays the same when only bodies change. */
export interface ListedPost extends Pick<PublishedPost, 'kind' | 'slug' | 'publishedAt' | 'status'> {
  title: string;
  summary: string;
  /** That its text is in. */
  language: Locale;
}

export function listedPosts(posts: readonly PublishedPost[], locale: Locale): ListedPost[] {
  return posts.flatMap(({ kind, slug, publishedAt, status, texts }) => {
    const found = textIn(texts, locale);
    return found ? [{ kind, slug, publishedAt, status, title: found.text.title, summary: found.text.summary, language: found.language }] : [];
  });
}
