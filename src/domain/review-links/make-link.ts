import { z } from 'zod';
import { Conflict, NotFound } from '#domain/core/errors.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { newSecret, secretId } from '#domain/core/secret.ts';
import { verb } from '#domain/core/verb.ts';
import { isNewest } from '#domain/publishing/approved/sql.ts';
import { LOCALES } from '#paths';

const DAY_MS = 86_400_000;
/** A regulator's patience, and as long as any unpublished text should lie elsewhere. */
const MAX_LINK_DAYS = 7;
/** More than a text has outside readers. */
const MAX_LINKS = 20;

export interface MadeLink {
  id: number;
  submission: number;
  /** Shown once: the database has no more than its hash. */
  code: string;
  forWhom: string;
  locale: (typeof LOCALES)[number];
  /** ISO 8601. */
  expiresAt: string;
}

/**
 * Lets somebody without an account read what waits for a second person, by a code: exactly that, and nothing that comes after it. Throws NotFound where
 * there is no such submission, Conflict `moved_on` where it waits no more, and `links_full`, TooMany.
 */
export const makeLink = verb({
  name: 'review-links/make-link',
  input: z.strictObject({
    submission: z.int().positive(),
    forWhom: z.string().max(120, 'for_whom_long').trim().min(1, 'for_whom_missing'),
    days: z.int('link_days').min(1, 'link_days').max(MAX_LINK_DAYS, 'link_days'),
    locale: z.enum(LOCALES, 'not_a_form'),
  }),
  async prepare(ctx) {
    await countAttempt(ctx.db, 'new_link', String(requireAccount(ctx).accountId));
  },
  async run(tx, ctx, { submission, forWhom, days, locale }): Promise<MadeLink> {
    const { accountId } = requireAccount(ctx);
    const [asked] = await tx.$queryRaw<{ waits: boolean }[]>`
      SELECT s.state = 'waiting' AND ${isNewest} AS waits FROM "Submission" s WHERE s.id = ${submission} FOR UPDATE`;
    if (!asked) throw new NotFound();
    if (!asked.waits) throw new Conflict('moved_on', 'This waits for nobody any more.');
    const held = await tx.reviewLink.count({ where: { submissionId: submission, revokedAt: null, expiresAt: { gt: ctx.now } } });
    if (held >= MAX_LINKS) throw new Conflict('links_full');
    const code = newSecret();
    const expiresAt = new Date(ctx.now.getTime() + days * DAY_MS);
    const data = { submissionId: submission, secretHash: secretId(code), forWhom, locale, createdById: accountId, createdAt: ctx.now, expiresAt };
    const { id } = await tx.reviewLink.create({ data });
    return { id, submission, code, forWhom, locale, expiresAt: expiresAt.toISOString() };
  },
  audit: ({ id, submission, expiresAt }) => ({ subject: `review-link:${id}`, detail: { submission, expiresAt } }),
});
