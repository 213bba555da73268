import { z } from 'zod';
import { NotFound } from '#domain/core/errors.ts';
import { query } from '#domain/core/verb.ts';
import { withText } from '#domain/drafts/text-in-place.ts';
import type { StoredRendering } from '#domain/posts/stored-rendering.ts';
import type { Edition } from '#model/edition.ts';
import { factsSchema } from '#model/facts.ts';
import { heldLink } from './held-link.ts';

export interface OutsidePage {
  /** What is public of the one post, with the text in its place. */
  edition: Edition;
  path: string;
  /** The bytes of its pictures, by their hashes: the public does not have them yet. */
  pictures: Map<string, Uint8Array>;
}

/** The public page that the text of a link would be. Throws NotFound for a code that shows nothing; null where there is no page yet. */
export const outsidePage = query({
  name: 'review-links/outside-page',
  input: z.strictObject({ code: z.string().max(200) }),
  async run(ctx, { code }): Promise<OutsidePage | null> {
    const { db, now } = ctx;
    const link = await heldLink(db, code, now);
    if (!link || link.over) throw new NotFound();
    const { revision, facts, rendering } = await db.submission.findUniqueOrThrow({
      where: { id: link.submission },
      include: { revision: { include: { post: true, update: true } }, facts: true, rendering: true },
    });
    const { title, summary, date, status, rendered, pictures } = rendering.json as unknown as StoredRendering;
    const frontMatter = { title, summary, date, ...(status && { status }) };
    const shown = await withText(ctx, revision, { frontMatter, rendered, pictures, facts: facts && factsSchema.parse(facts.json) });
    if (!shown) return null;
    const stored = await db.picture.findMany({ where: { hash: { in: pictures } } });
    return { ...shown, pictures: new Map(stored.map(({ hash, bytes }) => [hash, bytes])) };
  },
});
