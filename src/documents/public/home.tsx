import type { PublishedPost } from '#model/edition.ts';
import { paths } from '#paths';
import { StatusBadge } from '#ui/status-badge.tsx';
import { Time } from '#ui/time.tsx';
import { Answers } from './answers.tsx';
import { IncidentStatus } from '#documents/post/incident-status.tsx';
import { PostList } from '#documents/post/post-list.tsx';
import { publicPage } from '#documents/post/public-page.tsx';
import { textIn } from '#documents/post/text-in.ts';
import { inLanguage } from '#documents/post/untranslated.tsx';
import type { View } from '#documents/post/view.ts';

/** So many posts below the state now; the blog has the rest. */
const EARLIER = 6;

/** What the home page shows: the newest open incident, others that are open, and what came before. */
export function homePosts(posts: readonly PublishedPost[]) {
  const open = posts.filter((post) => post.kind === 'advisory' && post.status !== 'resolved');
  const [now = null, ...others] = open;
  return { now, others: others.slice(0, EARLIER), earlier: posts.filter((post) => !open.includes(post)).slice(0, EARLIER) };
}

/** The state now, in one screen. */
export function homeDocument(view: View) {
  const { locale, t, site, edition } = view;
  const { now, others, earlier } = homePosts(edition.posts);
  const found = now && textIn(now.texts, locale);
  const title = found?.text.title ?? t('home.calm');
  return publicPage({
    view,
    path: paths.home(locale),
    title,
    description: found?.text.summary ?? t('home.calmLede', { brand: site.brand }),
    children: (
      <>
        {now?.facts && found ? <Now post={now} view={view} /> : <Calm view={view} />}
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

function Now({ post, view }: { post: PublishedPost; view: View }) {
  const { locale, t } = view;
  const found = textIn(post.texts, locale);
  if (!found || !post.facts) return null;
  return (
    <section className="now">
      <p className="stamp">
        <IncidentStatus status={post.status} t={t} pill />
        <span>{t.rich('post.asOf', { at: <Time at={post.facts.asOf} locale={locale} /> })}</span>
      </p>
      <h1 {...inLanguage(view, found)}>{found.text.title}</h1>
      <p className="lede" {...inLanguage(view, found)}>
        {found.text.summary}
      </p>
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
