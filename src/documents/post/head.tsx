import { DEFAULT_LOCALE, inLocale, type Locale, paths } from '#paths';
import type { View } from './view.ts';

export interface HeadProps {
  view: View;
  path: string;
  title: string;
  description: string;
  /** Where this text can be read: the page's languages, or none for a page that search engines should leave alone. */
  languages: readonly Locale[];
  article?: { publishedAt: string; changedAt: string } | undefined;
}

/** Search engines and previews: description, canonical address, other languages, feeds, Open Graph, structured data. */
export function Head({ view, path, title, description, languages, article }: HeadProps) {
  const { url, locale, site, t } = view;
  const absolute = (language: Locale) => url + inLocale(path, language);
  // A page that shows the English text until its own is ready points there.
  const canonical = absolute(languages.includes(locale) ? locale : (languages[0] ?? locale));
  return (
    <>
      {languages.length === 0 && <meta name="robots" content="noindex" />}
      <meta name="description" content={description} />
      {languages.length > 0 && <link rel="canonical" href={canonical} />}
      {languages.length > 1 && languages.map((language) => <link key={language} rel="alternate" hrefLang={language} href={absolute(language)} />)}
      {languages.length > 1 && languages.includes(DEFAULT_LOCALE) && <link rel="alternate" hrefLang="x-default" href={absolute(DEFAULT_LOCALE)} />}
      <link rel="alternate" type="application/atom+xml" title={t('feed.title', { brand: site.brand })} href={paths.atom(locale)} />
      <link rel="alternate" type="application/rss+xml" title={t('feed.title', { brand: site.brand })} href={paths.rss(locale)} />
      <link rel="alternate" type="application/feed+json" title={t('feed.title', { brand: site.brand })} href={paths.jsonFeed(locale)} />
      <meta property="og:type" content={article ? 'article' : 'website'} />
      <meta property="og:site_name" content={`${site.brand} ${t('page.security')}`} />
      <meta property="og:title" content={title} />
      <meta property="og:description" content={description} />
      <meta property="og:url" content={canonical} />
      <meta property="og:locale" content={locale} />
      {article && (
        <>
          <meta property="article:published_time" content={article.publishedAt} />
          <meta property="article:modified_time" content={article.changedAt} />
          {/* biome-ignore lint/security/noDangerouslySetInnerHtml: data, not script; no `<` in it can end the element */}
          <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: structuredData({ view, title, description, canonical, article }) }} />
        </>
      )}
    </>
  );
}

interface Described {
  view: View;
  title: string;
  description: string;
  canonical: string;
  article: NonNullable<HeadProps['article']>;
}

function structuredData({ view, title, description, canonical, article }: Described): string {
  const organisation = { '@type': 'Organization', name: view.site.legalName, url: view.url };
  const data = {
    '@context': 'https://schema.org',
    '@type': 'NewsArticle',
    headline: title,
    description,
    datePublished: article.publishedAt,
    dateModified: article.changedAt,
    inLanguage: view.locale,
    mainEntityOfPage: canonical,
    author: organisation,
    publisher: organisation,
  };
  return JSON.stringify(data).replaceAll('<', '\\u003c');
}
