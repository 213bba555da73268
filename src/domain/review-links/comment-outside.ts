import { z } from 'zod';
import { Conflict, Invalid, NotFound } from '#domain/core/errors.ts';
import { countAttempt } from '#domain/core/limits.ts';
import { verb } from '#domain/core/verb.ts';
import { commentText } from '#domain/review/comment-text.ts';
import { heldLink } from './held-link.ts';
import { nameOfSeen } from './name-of-seen.ts';

/** Of one reader; the team's own have room beside them. */
const MAX_COMMENTS = 100;

/**
 * Says something from outside of a line of a text, or of all of it. `seen`: what the page showed. Throws NotFound for a code of no link, Conflict `moved_on` where
 * the link shows nothing any more or something else, `comments_full`, Invalid where the text has no such line, TooMany.
 */
export const commentOutside = verb({
  name: 'review-links/comment-outside',
  input: z.strictObject({ code: z.string().max(200), seen: z.string().max(64), line: z.int().positive().nullable(), text: commentText }),
  async prepare(ctx, { code }) {
    const link = await heldLink(ctx.db, code, ctx.now);
    if (!link) throw new NotFound();
    await countAttempt(ctx.db, 'review_comment', String(link.id));
  },
  async run(tx, ctx, { code, seen, line, text }): Promise<{ link: number; comment: number }> {
    const link = await heldLink(tx, code, ctx.now);
    if (!link) throw new NotFound();
    if (link.over) throw new Conflict('moved_on', 'This link shows nothing any more.');
    const { revision, facts } = await tx.submission.findUniqueOrThrow({ where: { id: link.submission }, include: { revision: true, facts: true } });
    if (nameOfSeen(revision.sourceHash, facts?.hash ?? '') !== seen) throw new Conflict('moved_on', 'This is not the text that you saw.');
    if (line !== null && line > revision.source.split('\n').length) throw new Invalid({ line: 'line_none' });
    if ((await tx.comment.count({ where: { reviewLinkId: link.id } })) >= MAX_COMMENTS) throw new Conflict('comments_full');
    const { id: comment } = await tx.comment.create({ data: { submissionId: link.submission, reviewLinkId: link.id, line, text, at: ctx.now } });
    return { link: link.id, comment };
  },
  audit: ({ link, comment }) => ({ subject: `review-link:${link}`, detail: { comment } }),
});
