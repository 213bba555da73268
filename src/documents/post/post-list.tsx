import type { PublishedPost } from '#model/edition.ts';
import { type Locale, paths } from '#paths';
import { Time } from '#ui/time.tsx';
import { IncidentStatus } from './incident-status.tsx';
import { textIn } from './text-in.ts';
import { inLanguage } from './untranslated.tsx';
import type { View } from './view.ts';

export function pathOf(post: Pick<PublishedPost, 'kind' | 'slug'>, locale: Locale): string {
  return post.kind === 'advisory' ? paths.advisory(locale, post.slug) : paths.note(locale, post.slug);
}

/** Posts with their day, where they stand, and what they say in a sentence. */
export function PostList({ view, posts }: { view: View; posts: readonly PublishedPost[] }) {
  return (
    <ul className="list">
      {posts.map((post) => {
        const found = textIn(post.texts, view.locale);
        if (!found) return null;
        return (
          <li key={`${post.kind}/${post.slug}`}>
            <Time at={post.publishedAt} locale={view.locale} style="date" />
            <a href={pathOf(post, view.locale)} {...inLanguage(view, found)}>
              {found.text.title}
            </a>
            {post.kind === 'advisory' && <IncidentStatus status={post.status} t={view.t} />}
            <p {...inLanguage(view, found)}>{found.text.summary}</p>
          </li>
        );
      })}
    </ul>
  );
}

/** All that a list shows of these posts: it need not be made again when only their bodies change. */
export function listInputs(posts: readonly PublishedPost[]): string {
  return JSON.stringify(
    posts.map(({ kind, slug, publishedAt, status, texts }) => [
      kind,
      slug,
      publishedAt,
      status,
      Object.entries(texts).map(([locale, text]) => [locale, text.title, text.summary]),
    ]),
  );
}
