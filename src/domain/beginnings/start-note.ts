import { z } from 'zod';
import { newNote } from '#compiler/templates/new-note.ts';
import { Invalid } from '#domain/core/errors.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { lockRevisions } from '#domain/posts/revision-lock.ts';
import { takenSlugs } from '#domain/posts/taken-slugs.ts';
import { LOCALES } from '#paths';
import { firstOf } from './first-of.ts';
import { newSlug, typedSlug, workingTitle } from './new-slug.ts';

/**
 * Begins a note, in the languages that are named; its title stands in that of `locale` alone. Answers the draft to write first. Throws Invalid for a
 * title that is missing, a slug that is none or taken, and where no language of the site is named.
 */
export const startNote = verb({
  name: 'beginnings/start-note',
  input: z.strictObject({
    title: workingTitle.refine((title) => title !== '', 'title_missing'),
    slug: typedSlug,
    locales: z.array(z.enum(LOCALES, 'not_a_form')).max(LOCALES.length, 'not_a_form').min(1, 'locales_missing'),
    locale: z.enum(LOCALES, 'not_a_form'),
  }),
  async run(tx, ctx, { title, slug: typed, locales: wanted, locale }): Promise<{ draft: number; post: number; texts: number }> {
    requireAccount(ctx);
    const site = await publishedSite(ctx.db);
    if (!site) throw new Invalid({ form: 'no_site' });
    const locales = site.locales.filter((one) => wanted.includes(one));
    if (locales.length === 0) throw new Invalid({ locales: 'locales_missing' });
    await lockRevisions(tx);
    const taken = await takenSlugs(tx, { kind: 'note' });
    const slug = newSlug({ typed, title, otherwise: `note-${ctx.now.toISOString().slice(0, 10)}` }, taken);
    const { id: post } = await tx.post.create({ data: { kind: 'note', slug } });
    const texts = locales.map((one) => {
      const source = newNote({ slug, now: ctx.now, site, ...(one === locale && { title }) }, one);
      return { postId: post, locale: one, source, savedAt: ctx.now };
    });
    const made = await tx.draft.createManyAndReturn({ data: texts, select: { id: true, locale: true } });
    return { draft: firstOf(made, locale), post, texts: made.length };
  },
  audit: ({ post, texts }) => ({ subject: `post:${post}`, detail: { texts } }),
});
