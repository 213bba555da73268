import { paths } from '#paths';
import type { ListedPost } from '#documents/post/listed-post.ts';
import { PostList } from '#documents/post/post-list.tsx';
import { publicPage } from '#documents/post/public-page.tsx';
import type { View } from '#documents/post/view.ts';

interface List {
  view: View;
  posts: readonly ListedPost[];
}

export function advisoriesDocument({ view, posts }: List) {
  return listDocument(view, 'advisories', posts);
}

/** Advisories and notes together, newest first. */
export function blogDocument({ view, posts }: List) {
  return listDocument(view, 'blog', posts);
}

function listDocument(view: View, which: 'advisories' | 'blog', posts: readonly ListedPost[]) {
  const { locale, t, site } = view;
  const lede = t(`list.${which}`, { brand: site.brand });
  return publicPage({
    view,
    path: paths[which](locale),
    current: which,
    title: t(`page.${which}`),
    description: lede,
    children: (
      <div className="page">
        <h1>{t(`page.${which}`)}</h1>
        <p className="lede mb-10">{lede}</p>
        {posts.length > 0 ? <PostList view={view} posts={posts} /> : <p>{t('list.empty')}</p>}
        <p className="meta mt-6">
          {t('list.feeds')} <a href={paths.atom(locale)}>Atom</a> · <a href={paths.rss(locale)}>RSS</a> · <a href={paths.jsonFeed(locale)}>JSON Feed</a>
        </p>
      </div>
    ),
  });
}
