import type { PublishedPost } from '#model/edition.ts';
import type { Facts } from '#model/facts.ts';
import { type Locale, paths } from '#paths';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { Answers } from './answers.tsx';
import { LateLine } from './late-line.tsx';
import { IncidentStatus } from '#documents/post/incident-status.tsx';
import { type ListedPost, listedPosts } from '#documents/post/listed-post.ts';
import { PostList } from '#documents/post/post-list.tsx';
import { publicPage } from '#documents/post/public-page.tsx';
import { inLanguage } from '#documents/post/untranslated.tsx';
import type { View } from '#documents/post/view.ts';

/** So many posts below the state now; the blog has the rest. */
const EARLIER = 6;

interface Open extends ListedPost {
  facts: Facts;
  lateSince: string | null;
}

/** What the home page shows: the newest open incident, others that are open, and what came before. */
export function homePosts(posts: readonly PublishedPost[], locale: Locale) {
  const isOpen = (post: PublishedPost) => post.kind === 'advisory' && post.status !== 'resolved';
  const [newest, ...others] = posts.filter(isOpen);
  const [shown] = newest ? listedPosts([newest], locale) : [];
  const now: Open | null = shown && newest?.facts ? { ...shown, facts: newest.facts, lateSince: newest.lateSince } : null;
  const listed = (some: readonly PublishedPost[]) => listedPosts(some.slice(0, EARLIER), locale);
  return { now, others: listed(others), earlier: listed(posts.filter((post) => !isOpen(post))) };
}

/** The state now, in one screen. */
export function homeDocument({ view, now, others, earlier }: { view: View } & ReturnType<typeof homePosts>) {
  const { locale, t, site } = view;
  return publicPage({
    view,
    path: paths.home(locale),
    title: now?.title ?? t('home.calm'),
    description: now?.summary ?? t('home.calmLede', { brand: site.brand }),
    children: (
      <>
        {now ? <Now post={now} view={view} /> : <Calm view={view} />}
        {others.length > 0 && (
          <>
            <h2>{t('home.others')}</h2>
            <PostList view={view} posts={others} />
          </>
        )}
        {earlier.length > 0 && (
          <>
            <h2>{t('home.earlier')}</h2>
            <PostList view={view} posts={earlier} />
          </>
        )}
        <p className="mt-4">
          <a href={paths.blog(locale)}>{t('home.all')}</a>
        </p>
      </>
    ),
  });
}

function Now({ post, view }: { post: Open; view: View }) {
  const { locale, t } = view;
  return (
    <section className="now">
      <p className="stamp">
        <IncidentStatus status={post.status} t={t} pill />
        <span>{t.rich('post.asOf', { at: <Time at={post.facts.asOf} locale={locale} /> })}</span>
      </p>
      <h1 {...inLanguage(view, post)}>{post.title}</h1>
      <p className="lede" {...inLanguage(view, post)}>
        {post.summary}
      </p>
      <LateLine since={post.lateSince} view={view} />
      <Answers facts={post.facts} view={view} />
      <p className="actions">
        <a className="btn" href={paths.account(locale)}>
          {t('page.checkAccount')}
        </a>
        <a className="btn q" href={paths.advisory(locale, post.slug)}>
          {t('home.read')}
        </a>
        <a href={paths.help(locale)}>{t('home.cantSignIn')}</a>
      </p>
    </section>
  );
}

function Calm({ view }: { view: View }) {
  const { locale, t, site } = view;
  return (
    <section className="now">
      <p className="stamp">
        <StatusBadge tone="ok" pill>
          {t('home.calmBadge')}
        </StatusBadge>
      </p>
      <h1>{t('home.calm')}</h1>
      <p className="lede">{t('home.calmLede', { brand: site.brand })}</p>
      <p className="actions mt-8">
        <a className="btn" href={paths.account(locale)}>
          {t('page.checkAccount')}
        </a>
        <a href={paths.help(locale)}>{t('home.cantSignIn')}</a>
      </p>
    </section>
  );
}
