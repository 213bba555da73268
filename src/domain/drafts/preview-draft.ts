import { z } from 'zod';
import type { Context } from '#domain/core/context.ts';
import { NotFound } from '#domain/core/errors.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { query } from '#domain/core/verb.ts';
import { loadPosts } from '#domain/publishing/load-posts.ts';
import type { Edition, PublishedPost, PublishedText } from '#model/edition.ts';
import { newestUpdateFirst } from '#model/newest-update-first.ts';
import { LOCALES, type Locale, paths } from '#paths';
import type { DraftRow } from './draft-content.ts';
import { judgedSave, lastPicture, type Picture } from './judged-save.ts';

/** How long a picture of the same save is as good as a new one, in milliseconds: facts and site may have changed. */
const FRESH_MS = 10_000;

export interface PreviewedDraft {
  /** What is public of this one post, with the draft in its place. */
  edition: Edition;
  /** Where its page stands in the edition. */
  path: string;
}

/**
 * What the public would read if a draft were published now; in another language than the draft's, the page of the same text there. Where
 * something is wrong with the draft, as it was when nothing was, or as it is live. Null where there is nothing to show yet. Throws NotFound and TooMany.
 */
export const previewDraft = query({
  name: 'drafts/preview-draft',
  input: z.strictObject({ id: z.int().positive(), locale: z.enum(LOCALES).optional() }),
  async run(ctx, { id, locale }): Promise<PreviewedDraft | null> {
    const { db, now } = ctx;
    const draft = await db.draft.findUnique({ where: { id }, include: { post: true, update: true } });
    if (!draft) throw new NotFound();
    const last = lastPicture(db, id);
    const isFresh = last?.version === draft.version && now.getTime() - last.at.getTime() < FRESH_MS;
    const picture = isFresh ? last : (await judgedSave(ctx, id)).picture;
    const edition = await withDraft(ctx, draft, picture);
    const shown = locale ?? (draft.locale as Locale);
    return edition && { edition, path: pathOf(draft, shown) };
  },
});

function pathOf({ post, update }: DraftRow, locale: Locale): string {
  if (update) return paths.update(locale, post.slug, update.slug);
  return post.kind === 'note' ? paths.note(locale, post.slug) : paths.advisory(locale, post.slug);
}

async function withDraft({ db, now }: Context, draft: DraftRow, picture: Picture | null): Promise<Edition | null> {
  const [site, newest] = await Promise.all([publishedSite(db), db.edition.findFirst({ orderBy: { number: 'desc' } })]);
  if (!site || !newest) return null;
  const [live] = await loadPosts(db, [draft.postId], newest.number);
  const post = picture ? placed(live, draft, picture, now) : live;
  return post ? { number: newest.number, publishedAt: newest.publishedAt.toISOString(), site, posts: [post], pictures: new Map() } : null;
}

/** The post with the draft where it would stand. An update of what is not public stands nowhere. */
function placed(live: PublishedPost | undefined, { post, update, locale }: DraftRow, picture: Picture, now: Date): PublishedPost | undefined {
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
