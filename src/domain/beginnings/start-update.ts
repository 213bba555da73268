import { z } from 'zod';
import { newUpdate } from '#compiler/templates/new-update.ts';
import { Invalid, NotFound } from '#domain/core/errors.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { lockRevisions } from '#domain/posts/revision-lock.ts';
import { takenSlugs } from '#domain/posts/taken-slugs.ts';
import { UPDATE_TEMPLATES } from '#model/team/templates.ts';
import { LOCALES } from '#paths';
import { firstOf } from './first-of.ts';
import { newSlug, typedSlug } from './new-slug.ts';

/**
 * Begins an update of an advisory, by the status that it gives the incident, in every language that the advisory has. Answers the draft to write
 * first: that in `locale`, where there is one. Throws NotFound where there is no such advisory, and Invalid for a slug that is none or taken.
 */
export const startUpdate = verb({
  name: 'beginnings/start-update',
  input: z.strictObject({
    /** Of the advisory. */
    post: z.int('post_missing').positive('post_missing'),
    status: z.enum(UPDATE_TEMPLATES, 'not_a_form'),
    slug: typedSlug,
    locale: z.enum(LOCALES, 'not_a_form'),
  }),
  async run(tx, ctx, { post: postId, status, slug: typed, locale }): Promise<{ draft: number; update: number; texts: number }> {
    requireAccount(ctx);
    const site = await publishedSite(ctx.db);
    if (!site) throw new Invalid({ form: 'no_site' });
    await lockRevisions(tx);
    const post = await tx.post.findFirst({ where: { id: postId, kind: 'advisory' }, select: { id: true } });
    if (!post) throw new NotFound();
    const written = [
      ...(await tx.draft.findMany({ where: { postId, updateId: null }, select: { locale: true } })),
      ...(await tx.revision.findMany({ where: { postId, updateId: null }, select: { locale: true } })),
    ];
    const locales = site.locales.filter((one) => written.some((text) => text.locale === one));
    const taken = await takenSlugs(tx, { kind: 'update', postId });
    const slug = newSlug({ typed, title: '', otherwise: `${status}-${ctx.now.toISOString().slice(0, 10)}` }, taken);
    const { id: update } = await tx.update.create({ data: { postId, slug, status, at: ctx.now } });
    const texts = locales.map((one) => ({
      postId,
      updateId: update,
      locale: one,
      source: newUpdate({ status, slug, now: ctx.now, site }, one),
      savedAt: ctx.now,
    }));
    const made = await tx.draft.createManyAndReturn({ data: texts, select: { id: true, locale: true } });
    return { draft: firstOf(made, locale), update, texts: made.length };
  },
  audit: ({ update, texts }, { post, status }) => ({ subject: `update:${update}`, detail: { post, status, texts } }),
});
