import type { Edition, PublicDocument } from '#model/edition.ts';
import { paths } from '#paths';
import { type Recipe, recipe } from '#edition/recipe.ts';
import { atomDocument, jsonFeedDocument, newsOf, rssDocument } from '#documents/feeds/feeds.ts';
import { liveDocument, liveOf } from '#documents/feeds/live.ts';
import { pictureDocument } from '#documents/feeds/picture.ts';
import { placesOf, sitemapDocument } from '#documents/feeds/sitemap.ts';
import { changePasswordDocument, expiryOf, scriptDocument, robotsDocument, securityTxtDocument } from '#documents/feeds/well-known.ts';
import { listedPosts } from '#documents/post/listed-post.ts';
import { pathOf } from '#documents/post/post-list.tsx';
import { textIn } from '#documents/post/text-in.ts';
import { type View, viewOf } from '#documents/post/view.ts';
import { advisoryDocument } from '#documents/public/advisory.tsx';
import { genuineDocument, noticesOf } from '#documents/public/genuine.tsx';
import { homeDocument, homePosts } from '#documents/public/home.tsx';
import { advisoriesDocument, blogDocument } from '#documents/public/lists.tsx';
import { movedDocument } from '#documents/shell/moved.ts';
import { notFoundDocument } from '#documents/public/not-found.tsx';
import { noteDocument } from '#documents/public/note.tsx';
import { type TextPageName, textPageDocument } from '#documents/public/text-page.tsx';
import { timelineOf } from '#documents/public/timeline.tsx';
import { updateDocument } from '#documents/public/update.tsx';
import type { SiteOptions } from '#documents/shell/site-options.ts';

export type { SiteOptions } from '#documents/shell/site-options.ts';

const TEXT_PAGES: readonly TextPageName[] = ['help', 'privacy', 'legal', 'contact', 'press'];

/** Every public path, with what makes its document out of what it shows. The list of the public side: what is not here is a 404. */
export function* publicDocuments(edition: Edition, options: SiteOptions): Iterable<Recipe> {
  const { site, publishedAt } = edition;
  const { url, liveScript, passkeyScript } = options;
  for (const locale of site.locales) yield* inLocale(edition, viewOf(edition, locale, options));

  const security = { url, contact: site.contacts.security, locales: site.locales, expires: expiryOf(publishedAt) };
  yield recipe(paths.sitemap(), { url, places: placesOf(edition) }, sitemapDocument);
  yield recipe(paths.robots(), { url }, robotsDocument);
  yield recipe(paths.securityTxt(), security, securityTxtDocument);
  yield recipe(paths.changePassword(), {}, changePasswordDocument);
  yield recipe(liveScript.path, liveScript, scriptDocument);
  yield recipe(passkeyScript.path, passkeyScript, scriptDocument);
  for (const [hash, bytes] of edition.pictures) yield recipe(paths.picture(hash), { hash, bytes }, pictureDocument);
}

function* inLocale(edition: Edition, view: View): Iterable<Recipe> {
  const { posts } = edition;
  const { locale } = view;
  const listed = listedPosts(posts, locale);
  const advisories = listed.filter((post) => post.kind === 'advisory');
  const news = newsOf(edition, locale);

  yield recipe(paths.home(locale), { view, ...homePosts(posts, locale) }, homeDocument);
  yield recipe(paths.advisories(locale), { view, posts: advisories }, advisoriesDocument);
  yield recipe(paths.blog(locale), { view, posts: listed }, blogDocument);
  for (const post of posts) {
    if (!textIn(post.texts, locale)) continue;
    for (const slug of post.formerSlugs) yield moved(pathOf({ ...post, slug }, locale), pathOf(post, locale));
    yield recipe(pathOf(post, locale), { view, post }, post.kind === 'advisory' ? advisoryDocument : noteDocument);
    const timeline = timelineOf(post, locale);
    const [advisory] = listedPosts([post], locale);
    for (const update of post.updates) {
      if (!advisory || !textIn(update.texts, locale)) continue;
      const path = paths.update(locale, post.slug, update.slug);
      yield recipe(path, { view, update, advisory, timeline }, updateDocument);
      for (const slug of [post.slug, ...post.formerSlugs])
        for (const word of [update.slug, ...update.formerSlugs])
          if (paths.update(locale, slug, word) !== path) yield moved(paths.update(locale, slug, word), path);
    }
  }
  yield recipe(paths.genuine(locale), { view, notices: noticesOf(posts, locale) }, genuineDocument);
  for (const name of TEXT_PAGES) yield recipe(paths[name](locale), { view, name }, textPageDocument);
  yield recipe(paths.notFound(locale), { view }, notFoundDocument);
  yield recipe(paths.atom(locale), { view, news }, atomDocument);
  yield recipe(paths.rss(locale), { view, news }, rssDocument);
  yield recipe(paths.jsonFeed(locale), { view, news }, jsonFeedDocument);
  yield recipe(paths.live(locale), liveOf(edition, locale), liveDocument);
}

const moved = (path: string, to: string) => recipe(path, { path, to }, movedDocument);

/** One document of an edition, or null where there is none. */
export function render(edition: Edition, path: string, options: SiteOptions): PublicDocument | null {
  for (const { path: made, input, render } of publicDocuments(edition, options)) if (made === path) return render(input);
  return null;
}
