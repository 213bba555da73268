import type { PublishedPost } from '#model/edition.ts';
import { type Locale, paths } from '#paths';
import { type ListedPost, listedPosts } from '#documents/post/listed-post.ts';
import { publicPage } from '#documents/post/public-page.tsx';
import { sentenceIn } from '#ui/sentence-in.ts';
import { inLanguage } from '#documents/post/untranslated.tsx';
import type { View } from '#documents/post/view.ts';

/** So many notices are listed by their number. */
const NEWEST = 12;

/** A notice by its number, with the title of its advisory. */
interface Notice extends Pick<ListedPost, 'slug' | 'title' | 'language'> {
  id: string;
}

/** The newest notices, newest first. */
export function noticesOf(posts: readonly PublishedPost[], locale: Locale): Notice[] {
  const newest = posts.filter((post) => post.facts).slice(0, NEWEST);
  return newest.flatMap((post) => listedPosts([post], locale).map(({ slug, title, language }) => ({ slug, title, language, id: post.facts?.noticeId ?? '' })));
}

/** How our real messages look, and how to find out without trusting the message. */
export function genuineDocument({ view, notices }: { view: View; notices: readonly Notice[] }) {
  const { locale, t, site } = view;
  const host = (
    <b>
      <bdi>{site.host}</bdi>
    </b>
  );
  const menu = (
    <b>
      <bdi>{sentenceIn(site.menuPath, locale)}</bdi>
    </b>
  );
  return publicPage({
    view,
    path: paths.genuine(locale),
    current: 'genuine',
    title: t('page.genuine'),
    description: t('genuine.lede'),
    children: (
      <article className="page prose">
        <h1>{t('page.genuine')}</h1>
        <p className="lede">{t('genuine.lede')}</p>
        <h2>{t('genuine.checkTitle')}</h2>
        <ol>
          <li>{t.rich('genuine.check1', { brand: <bdi>{site.brand}</bdi>, host })}</li>
          <li>{t.rich('genuine.check2', { menu })}</li>
          <li>{t('genuine.check3')}</li>
        </ol>
        {notices.length > 0 && (
          <>
            <h3>{t('genuine.notices')}</h3>
            <ul className="list">
              {notices.map((notice) => (
                <li key={notice.slug}>
                  <span className="num">
                    <bdi>{notice.id}</bdi>
                  </span>
                  <a href={paths.advisory(locale, notice.slug)} {...inLanguage(view, notice)}>
                    {notice.title}
                  </a>
                </li>
              ))}
            </ul>
          </>
        )}
        <h2>{t('genuine.neverTitle')}</h2>
        <ul>
          {(['ask', 'link', 'attachment', 'hurry', 'call'] as const).map((what) => (
            <li key={what}>{t(`genuine.never.${what}`)}</li>
          ))}
        </ul>
        <h2>{t('genuine.exampleTitle')}</h2>
        <blockquote>
          <p>{t.rich('genuine.example1', { brand: <bdi>{site.brand}</bdi>, host, menu })}</p>
          <p>{t('page.neverAsk')}</p>
        </blockquote>
        <p>{t('genuine.codes')}</p>
        <h2>{t('genuine.falseTitle')}</h2>
        <p>
          {t.rich('genuine.false1', {
            mail: (
              <a href={`mailto:${site.contacts.security}`}>
                <bdi>{site.contacts.security}</bdi>
              </a>
            ),
          })}
        </p>
        <p>
          {t.rich('genuine.false2', { a: (words) => <a href={paths.password(locale)}>{words}</a>, help: (words) => <a href={paths.help(locale)}>{words}</a> })}
        </p>
      </article>
    ),
  });
}
