import type { Edition, PublicDocument } from '#model/edition.ts';
import { paths } from '#paths';
import { digest, keyOf } from '#documents/shell/digest.ts';
import { advisoryDocument } from '#documents/public/advisory.tsx';
import { entriesOf } from '#documents/feeds/entries.ts';
import { atomDocument, jsonFeedDocument, rssDocument } from '#documents/feeds/feeds.ts';
import { genuineDocument, NOTICES } from '#documents/public/genuine.tsx';
import { homeDocument, homePosts } from '#documents/public/home.tsx';
import { advisoriesDocument, blogDocument } from '#documents/public/lists.tsx';
import { liveDocument } from '#documents/feeds/live.ts';
import { notFoundDocument } from '#documents/public/not-found.tsx';
import { noteDocument } from '#documents/public/note.tsx';
import { listInputs, pathOf } from '#documents/post/post-list.tsx';
import { pictureDocument } from '#documents/feeds/picture.ts';
import { sitemapDocument } from '#documents/feeds/sitemap.ts';
import { textIn } from '#documents/post/text-in.ts';
import { type TextPageName, textPageDocument } from '#documents/public/text-page.tsx';
import { updateDocument } from '#documents/public/update.tsx';
import { viewOf, type View } from '#documents/post/view.ts';
import { changePasswordDocument, expiryOf, liveScriptDocument, robotsDocument, securityTxtDocument } from '#documents/feeds/well-known.ts';
import type { SiteOptions } from '#documents/shell/site-options.ts';

export type { SiteOptions } from '#documents/shell/site-options.ts';

interface Recipe {
  path: string;
  /** A hash of what the document is made from: the same key, the same bytes. */
  key: string;
  render(): PublicDocument;
}

const TEXT_PAGES: readonly TextPageName[] = ['help', 'privacy', 'legal', 'contact', 'press'];

/** Every public path, with what makes its document. The list of the public side: what is not here is a 404. */
export function* publicDocuments(edition: Edition, options: SiteOptions): Iterable<Recipe> {
  const { url, build, stylesheet, liveScript } = options;
  const common = keyOf(url, build, stylesheet.hash, liveScript.path, digest(edition.site));
  for (const locale of edition.site.locales) yield* inLocale(viewOf(edition, locale, options), common);

  const view = viewOf(edition, 'en', options);
  const places = JSON.stringify(
    edition.posts.map((post) => [
      post.kind,
      post.slug,
      post.changedAt,
      Object.keys(post.texts),
      post.updates.map((update) => [update.slug, update.at, Object.keys(update.texts)]),
    ]),
  );
  yield { path: paths.sitemap(), key: keyOf(common, places), render: () => sitemapDocument(view) };
  yield { path: paths.robots(), key: common, render: () => robotsDocument(options) };
  yield { path: paths.securityTxt(), key: keyOf(common, expiryOf(edition.publishedAt)), render: () => securityTxtDocument(view) };
  yield { path: paths.changePassword(), key: common, render: () => changePasswordDocument() };
  yield { path: liveScript.path, key: liveScript.path, render: () => liveScriptDocument(options) };
  for (const [hash, bytes] of edition.pictures) yield { path: paths.picture(hash), key: hash, render: () => pictureDocument(hash, bytes) };
}

function* inLocale(view: View, site: string): Iterable<Recipe> {
  const { edition, locale } = view;
  const { posts } = edition;
  const common = keyOf(site, locale);
  const { now, others, earlier } = homePosts(posts);
  const advisories = posts.filter((post) => post.kind === 'advisory');
  const feed = keyOf(common, ...entriesOf(edition, locale).map((entry) => keyOf(entry.id, entry.path, entry.at, entry.advisory, digest(entry.text))));

  yield { path: paths.home(locale), key: keyOf(common, now && digest(now), listInputs(others), listInputs(earlier)), render: () => homeDocument(view) };
  yield { path: paths.advisories(locale), key: keyOf(common, listInputs(advisories)), render: () => advisoriesDocument(view) };
  yield { path: paths.blog(locale), key: keyOf(common, listInputs(posts)), render: () => blogDocument(view) };
  for (const post of posts) {
    if (!textIn(post.texts, locale)) continue;
    const key = keyOf(common, digest(post));
    yield { path: pathOf(post, locale), key, render: () => (post.kind === 'advisory' ? advisoryDocument(view, post) : noteDocument(view, post)) };
    for (const update of post.updates) {
      if (textIn(update.texts, locale)) yield { path: paths.update(locale, post.slug, update.slug), key, render: () => updateDocument(view, post, update) };
    }
  }
  const notices = listInputs(posts.filter((post) => post.facts).slice(0, NOTICES));
  yield { path: paths.genuine(locale), key: keyOf(common, notices), render: () => genuineDocument(view) };
  for (const name of TEXT_PAGES) yield { path: paths[name](locale), key: common, render: () => textPageDocument(view, name) };
  yield { path: paths.notFound(locale), key: common, render: () => notFoundDocument(view) };
  yield { path: paths.atom(locale), key: feed, render: () => atomDocument(view) };
  yield { path: paths.rss(locale), key: feed, render: () => rssDocument(view) };
  yield { path: paths.jsonFeed(locale), key: feed, render: () => jsonFeedDocument(view) };
  yield { path: paths.live(locale), key: keyOf(common, edition.number), render: () => liveDocument(view) };
}

/** One document of an edition, or null where there is none. */
export function render(edition: Edition, path: string, options: SiteOptions): PublicDocument | null {
  for (const recipe of publicDocuments(edition, options)) if (recipe.path === path) return recipe.render();
  return null;
}
