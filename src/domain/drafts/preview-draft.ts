import { z } from 'zod';
import { proseHash } from '#compiler/text/prose-hash.ts';
import { NotFound } from '#domain/core/errors.ts';
import { query } from '#domain/core/verb.ts';
import { LOCALES } from '#paths';
import { judgedSave, lastPicture } from './judged-save.ts';
import { type PreviewedDraft, withText } from './text-in-place.ts';

/** How long a picture of the same save is as good as a new one, in milliseconds: facts and site may have changed. */
const FRESH_MS = 10_000;

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
    return withText(ctx, { ...draft, proseHash: proseHash(draft.source, draft.update ? 'update' : draft.post.kind) }, picture, locale);
  },
});
