import type { PublishedPost } from '#model/edition.ts';
import { type Locale, paths } from '#paths';
import { Time } from '#ui/time.tsx';
import { IncidentStatus } from './incident-status.tsx';
import type { ListedPost } from './listed-post.ts';
import { inLanguage } from './untranslated.tsx';
import type { View } from './view.ts';

export function pathOf(post: Pick<PublishedPost, 'kind' | 'slug'>, locale: Locale): string {
  return post.kind === 'advisory' ? paths.advisory(locale, post.slug) : paths.note(locale, post.slug);
}

/** Posts with their day, where they stand, and what they say in a sentence. */
export function PostList({ view, posts }: { view: View; posts: readonly ListedPost[] }) {
  return (
    <ul className="list">
      {posts.map((post) => (
        <li key={`${post.kind}/${post.slug}`}>
          <Time at={post.publishedAt} locale={view.locale} style="date" />
          <a href={pathOf(post, view.locale)} {...inLanguage(view, post)}>
            {post.title}
          </a>
          {post.kind === 'advisory' && <IncidentStatus status={post.status} t={view.t} />}
          <p {...inLanguage(view, post)}>{post.summary}</p>
        </li>
      ))}
    </ul>
  );
}
