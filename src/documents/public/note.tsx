import type { PublishedPost } from '#model/edition.ts';
import { paths } from '#paths';
import { Time } from '#ui/time.tsx';
import { Corrections } from './corrections.tsx';
import { LanguagesLine } from '#documents/post/languages-line.tsx';
import { Html, Section } from '#documents/post/post-body.tsx';
import { publicPage } from '#documents/post/public-page.tsx';
import { type Found, languagesOf, textIn } from '#documents/post/text-in.ts';
import { inLanguage, Untranslated } from '#documents/post/untranslated.tsx';
import type { View } from '#documents/post/view.ts';

/** A post of the security blog that is about no incident. */
export function noteDocument({ view, post }: { view: View; post: PublishedPost }) {
  const { locale, t, site } = view;
  const found = textIn(post.texts, locale) as Found;
  const path = paths.note(locale, post.slug);
  const languages = languagesOf(post.texts, site.locales);
  const { title, summary, publishedAt, changedAt, rendered } = found.text;
  return publicPage({
    view,
    path,
    current: 'blog',
    title,
    description: summary,
    languages,
    article: { publishedAt, changedAt },
    children: (
      <article className="page prose">
        <p className="stamp">
          <span>{t.rich('post.published', { at: <Time at={publishedAt} locale={locale} style="date" /> })}</span>
          {changedAt !== publishedAt && <span>{t.rich('post.changed', { at: <Time at={changedAt} locale={locale} style="date" /> })}</span>}
        </p>
        <h1 className="my-4" {...inLanguage(view, found)}>
          {title}
        </h1>
        <p className="meta">
          <bdi>{site.brand}</bdi>
          <LanguagesLine path={path} shown={found.language} languages={languages} />
        </p>
        <Untranslated view={view} found={found} path={path} />
        <div {...inLanguage(view, found)}>
          <p className="lede my-7">{summary}</p>
          <Html html={rendered.lead} />
          {rendered.sections.map((section) => (
            <Section key={section.id} section={section} />
          ))}
        </div>
        <Corrections corrected={found.text.corrected} facts={null} alone={post.alone} view={view} />
        <p className="mt-10">
          <a href={paths.blog(locale)}>{t('post.allPosts')}</a>
        </p>
      </article>
    ),
  });
}
