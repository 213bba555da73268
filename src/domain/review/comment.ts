import { z } from 'zod';
import { Conflict, Invalid, NotFound } from '#domain/core/errors.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { commentText } from './comment-text.ts';

/** More than two people say of a text in a night. */
const MAX_COMMENTS = 500;

/** Says something of a line of what was submitted, or of all of it. Throws NotFound when there is no such submission, Invalid when it has no such line. */
export const comment = verb({
  name: 'review/comment',
  input: z.strictObject({ submission: z.int().positive(), line: z.int().positive().nullable(), text: commentText }),
  async run(tx, ctx, { submission, line, text }): Promise<{ comment: number }> {
    const { accountId } = requireAccount(ctx);
    const found = await tx.submission.findUnique({
      where: { id: submission },
      select: { revision: { select: { source: true } }, _count: { select: { comments: true } } },
    });
    if (!found) throw new NotFound();
    if (line !== null && line > found.revision.source.split('\n').length) throw new Invalid({ line: 'line_none' });
    if (found._count.comments >= MAX_COMMENTS) throw new Conflict('comments_full');
    const { id } = await tx.comment.create({ data: { submissionId: submission, line, text, authorId: accountId, at: ctx.now } });
    return { comment: id };
  },
  audit: ({ comment: id }, { submission }) => ({ subject: `submission:${submission}`, detail: { comment: id } }),
});
