import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { publishedSite } from '#domain/core/published-site.ts';
import { query } from '#domain/core/verb.ts';
import type { AccountView } from '#domain/status/account-view.ts';
import type { Facts } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import { ACCOUNT_STATES } from '#model/team/account-states.ts';
import { type Locale, LOCALES } from '#paths';
import { draftContent } from '../draft-content.ts';
import { toldAccount } from './told-account.ts';

export interface PreviewedAccount {
  view: AccountView;
  site: Site;
  locale: Locale;
}

/** What the account page of somebody in one state would say by the facts of a draft's incident. Null for a note, and where the facts tell nobody that. Throws NotFound. */
export const previewAccount = query({
  name: 'drafts/accounts/preview-account',
  input: z.strictObject({ id: z.int().positive(), state: z.enum(ACCOUNT_STATES), locale: z.enum(LOCALES).optional() }),
  async run(ctx, { id, state, locale }): Promise<PreviewedAccount | null> {
    const { db, now } = ctx;
    const draft = await db.draft.findUnique({ where: { id }, include: { post: true, update: true } });
    if (!draft) throw new NotFound();
    const [site, { facts }, newest] = await Promise.all([
      publishedSite(db),
      draftContent(ctx, draft, 'in-hand'),
      db.update.findFirst({ where: { postId: draft.postId }, orderBy: { at: 'desc' }, select: { status: true } }),
    ]);
    if (!site || !facts) return null;
    const told = { slug: draft.post.slug, facts: facts.facts satisfies Facts, status: newest?.status ?? ('investigating' as const), published: site.locales };
    const view = toldAccount(state, { ...told, host: site.host }, now);
    return view && { view, site, locale: locale ?? (draft.locale as Locale) };
  },
});
