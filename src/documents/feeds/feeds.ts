import { generateAtomFeed, generateJsonFeed, generateRssFeed } from 'feedsmith';
import { DEFAULT_LOCALE, type Locale, paths } from '#paths';
import { type Entry, entriesOf } from './entries.ts';
import { standingAlone } from './standing-alone.ts';
import type { Edition, PublicDocument } from '#model/edition.ts';
import type { View } from '#documents/post/view.ts';
import { momentInWords } from '#ui/moment.ts';

interface Feed {
  id: string;
  title: string;
  home: string;
  entries: Entry[];
  /** Of the newest entry: a request changes nothing. */
  updated: Date;
}

/** What the feeds of one locale are made from. */
interface News {
  entries: Entry[];
  /** When the oldest post was published; without any, the edition. */
  founded: string;
}

interface FeedInput {
  view: View;
  news: News;
}

export function newsOf(edition: Edition, locale: Locale): News {
  return { entries: entriesOf(edition, locale), founded: edition.posts.at(-1)?.publishedAt ?? edition.publishedAt };
}

export function atomDocument({ view, news }: FeedInput): PublicDocument {
  const { url, site, locale } = view;
  const { id, title, home, entries, updated } = feedOf(view, news);
  const path = paths.atom(locale);
  const body = generateAtomFeed({
    id,
    title: { value: title },
    updated,
    authors: [{ name: site.legalName }],
    links: [
      { href: home, rel: 'alternate', type: 'text/html' },
      { href: url + path, rel: 'self', type: 'application/atom+xml' },
    ],
    xml: { lang: locale },
    entries: entries.map((entry) => ({
      id: entry.id,
      title: { value: entry.text.title },
      published: new Date(entry.at),
      updated: changeOf(entry),
      links: [{ href: url + entry.path, rel: 'alternate', type: 'text/html', hreflang: entry.language }],
      summary: { value: entry.text.summary },
      content: { type: 'html', value: contentOf(entry, view) },
      ...(entry.advisory !== null && { categories: [{ term: entry.advisory }] }),
      xml: { lang: entry.language },
    })),
  });
  return { path, status: 200, contentType: 'application/atom+xml; charset=utf-8', body };
}

export function rssDocument({ view, news }: FeedInput): PublicDocument {
  const { url, locale } = view;
  const { title, home, entries, updated } = feedOf(view, news);
  const path = paths.rss(locale);
  const body = generateRssFeed({
    title,
    link: home,
    description: view.t('list.blog', { brand: view.site.brand }),
    language: locale,
    lastBuildDate: updated,
    atom: { links: [{ href: url + path, rel: 'self', type: 'application/rss+xml' }] },
    items: entries.map((entry) => ({
      title: entry.text.title,
      link: url + entry.path,
      guid: { value: entry.id, isPermaLink: false },
      pubDate: new Date(entry.at),
      description: entry.text.summary,
      content: { encoded: contentOf(entry, view) },
    })),
  });
  return { path, status: 200, contentType: 'application/rss+xml; charset=utf-8', body };
}

export function jsonFeedDocument({ view, news }: FeedInput): PublicDocument {
  const { url, site, locale } = view;
  const { title, home, entries } = feedOf(view, news);
  const path = paths.jsonFeed(locale);
  const feed = generateJsonFeed({
    title,
    home_page_url: home,
    feed_url: url + path,
    language: locale,
    authors: [{ name: site.legalName }],
    items: entries.map((entry) => ({
      id: entry.id,
      url: url + entry.path,
      title: entry.text.title,
      summary: entry.text.summary,
      content_html: contentOf(entry, view),
      language: entry.language,
      date_published: new Date(entry.at),
      date_modified: changeOf(entry),
    })),
  });
  return { path, status: 200, contentType: 'application/feed+json; charset=utf-8', body: JSON.stringify(feed) };
}

function feedOf(view: View, { entries, founded }: News): Feed {
  const { url, site, locale, t } = view;
  return {
    // The feed's year is that of our first words under this name, which never move.
    id: `tag:${site.host},2014:feed${locale === DEFAULT_LOCALE ? '' : `;${locale}`}`,
    title: t('feed.title', { brand: site.brand }),
    home: url + paths.home(locale),
    entries,
    updated: new Date(Math.max(Date.parse(founded), ...entries.map((entry) => changeOf(entry).getTime()))),
  };
}

/** When an entry last changed; never before it was said. */
function changeOf(entry: Entry): Date {
  return new Date(Math.max(Date.parse(entry.at), Date.parse(entry.text.changedAt), Date.parse(entry.lateSince ?? entry.at)));
}

/** The whole text: a reader of feeds has nothing of our page. */
function contentOf({ text, path, language, lateSince }: Entry, { url, t, locale }: View): string {
  const late = lateSince === null ? '' : `<p>${t('post.late', { by: momentInWords(lateSince, locale) })}</p>`;
  return late + standingAlone(text.rendered, { url, path, language });
}
