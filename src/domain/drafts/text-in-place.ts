import type { Context } from '#domain/core/context.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { loadPosts } from '#domain/publishing/load-posts.ts';
import type { Edition, PublishedPost, PublishedText } from '#model/edition.ts';
import { newestUpdateFirst } from '#model/newest-update-first.ts';
import { type Locale, paths } from '#paths';
import type { DraftRow } from './draft-content.ts';
import type { Picture } from './judged-save.ts';

export interface PreviewedDraft {
  /** What is public of this one post, with the text in its place. */
  edition: Edition;
  /** Where its page stands in the edition. */
  path: string;
}

/** Which text it is. */
type Place = Omit<DraftRow, 'source'>;
/** What it looks like. */
type Look = Pick<Picture, 'rendered' | 'pictures' | 'facts'> & { frontMatter: Pick<Picture['frontMatter'], 'title' | 'summary' | 'date' | 'status'> };

function pathOf({ post, update }: Place, locale: Locale): string {
  if (update) return paths.update(locale, post.slug, update.slug);
  return post.kind === 'note' ? paths.note(locale, post.slug) : paths.advisory(locale, post.slug);
}

/** A text as its page would be, in the place of what is public of it; in another language, that one's page. Null where there is no page. */
export async function withText(ctx: Context, text: Place, picture: Look | null, locale = text.locale as Locale): Promise<PreviewedDraft | null> {
  const edition = await withDraft(ctx, text, picture);
  return edition && { edition, path: pathOf(text, locale) };
}

async function withDraft({ db, now }: Context, draft: Place, picture: Look | null): Promise<Edition | null> {
  const [site, newest] = await Promise.all([publishedSite(db), db.edition.findFirst({ orderBy: { number: 'desc' } })]);
  if (!site || !newest) return null;
  const [live] = await loadPosts(db, [draft.postId], newest.number);
  const post = picture ? placed(live, draft, picture, now) : live;
  return post ? { number: newest.number, publishedAt: newest.publishedAt.toISOString(), site, posts: [post], pictures: new Map() } : null;
}

/** The post with the draft where it would stand. An update of what is not public stands nowhere. */
function placed(live: PublishedPost | undefined, { post, update, locale }: Place, picture: Look, now: Date): PublishedPost | undefined {
  const { title, summary, date, status = 'investigating' } = picture.frontMatter;
  const at = new Date(date).toISOString();
  const textAfter = (before: PublishedText | undefined): PublishedText => {
    const times = { publishedAt: at, changedAt: before ? now.toISOString() : at };
    return { title, summary, rendered: picture.rendered, pictures: picture.pictures, ...times, corrected: before?.corrected ?? [], newerIn: null };
  };
  if (update) {
    if (!live) return undefined;
    const before = live.updates.find(({ slug }) => slug === update.slug);
    const after = { slug: update.slug, status, at, texts: { ...before?.texts, [locale]: textAfter(before?.texts[locale as Locale]) } };
    const updates = [...live.updates.filter((other) => other !== before), after].sort(newestUpdateFirst);
    return { ...live, updates, status: updates[0]?.status ?? null, changedAt: now.toISOString() };
  }
  const named = { kind: post.kind, slug: post.slug, publishedAt: at, changedAt: at };
  const isNew: PublishedPost = { ...named, texts: {}, facts: null, status: null, updates: [], alone: [], lateSince: null };
  const before = live ?? isNew;
  const texts = { ...before.texts, [locale]: textAfter(before.texts[locale as Locale]) };
  return { ...before, texts, facts: picture.facts ?? before.facts, changedAt: live ? now.toISOString() : at };
}
