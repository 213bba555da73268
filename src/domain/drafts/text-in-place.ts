import { readFrontMatter, splitFrontMatter } from '#compiler/text/front-matter.ts';
import type { Context } from '#domain/core/context.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { newerBeside } from '#domain/publishing/live/newer-beside.ts';
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

/** Which text it is, and what it translates. */
type Place = Omit<DraftRow, 'source'> & { proseHash: string; translationOfId: number | null };
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
  const [published] = await loadPosts(db, [draft.postId], newest.number);
  const live = published ?? (draft.update && picture ? await unpublished(db, draft, { picture, now }) : undefined);
  const post = picture ? placed(live, draft, picture, now) : live;
  if (post && picture) markOlder(post, draft, await newerBeside(db, draft, newest.number));
  return post ? { number: newest.number, publishedAt: newest.publishedAt.toISOString(), site, posts: [post], pictures: new Map() } : null;
}

/** Says of each language whether what it translates is newer beside it. */
function markOlder(post: PublishedPost, { update }: Place, newer: ReadonlyMap<Locale, Locale | null>): void {
  const texts = update ? post.updates.find(({ slug }) => slug === update.slug)?.texts : post.texts;
  for (const [locale, text] of Object.entries(texts ?? {}) as [Locale, PublishedText][]) text.newerIn = newer.get(locale) ?? null;
}

/** What an update stands under while its advisory is not public yet: the advisory's title, as it is being written or was written last, and the facts. */
async function unpublished(db: Context['db'], { postId, post, locale }: Place, { picture, now }: { picture: Look; now: Date }): Promise<PublishedPost> {
  const where = { postId, updateId: null, locale };
  const written = (await db.draft.findFirst({ where })) ?? (await db.revision.findFirst({ where, orderBy: { id: 'desc' } }));
  const head = written && readFrontMatter(splitFrontMatter(written.source).yaml, post.kind).frontMatter;
  const times = { publishedAt: now.toISOString(), changedAt: now.toISOString() };
  const words = { title: head?.title ?? post.slug, summary: head?.summary ?? '', rendered: { lead: '', sections: [] }, pictures: [] };
  const status = picture.frontMatter.status ?? null;
  const texts = { [locale]: { ...words, ...times, corrected: [], newerIn: null } };
  return { kind: post.kind, slug: post.slug, formerSlugs: [], texts, facts: picture.facts, status, updates: [], alone: [], lateSince: null, ...times };
}

/** The post with the draft where it would stand. */
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
    const after = { slug: update.slug, formerSlugs: [], status, at, texts: { ...before?.texts, [locale]: textAfter(before?.texts[locale as Locale]) } };
    const updates = [...live.updates.filter((other) => other !== before), after].sort(newestUpdateFirst);
    return { ...live, updates, status: updates[0]?.status ?? null, changedAt: now.toISOString() };
  }
  const named = { kind: post.kind, slug: post.slug, formerSlugs: [], publishedAt: at, changedAt: at };
  const isNew: PublishedPost = { ...named, texts: {}, facts: null, status: null, updates: [], alone: [], lateSince: null };
  const before = live ?? isNew;
  const texts = { ...before.texts, [locale]: textAfter(before.texts[locale as Locale]) };
  return { ...before, texts, facts: picture.facts ?? before.facts, changedAt: live ? now.toISOString() : at };
}
