import type { Context, Transaction } from '#domain/core/context.ts';
import type { DueText } from '../due-texts.ts';
import { replaceEarlier } from './replace-earlier.ts';
import { isNewest } from './sql.ts';

/**
 * What was pushed as the team's reviews have it: a submission each. One that waits with the same words and facts is that one; what else was submitted
 * of the same text gives way. Answers their ids, and which of them are new.
 */
export async function submitPushed(tx: Transaction, ctx: Context, due: readonly DueText[]): Promise<{ id: number; isNew: boolean }[]> {
  const pushedAs = ctx.actor.kind === 'operator' ? ctx.actor.as : '';
  const submitted: { id: number; isNew: boolean }[] = [];
  for (const { row } of due) {
    const { revisionId, factsRevisionId, renderingId } = row;
    const [waiting] = await tx.$queryRaw<{ id: number }[]>`
      SELECT s.id FROM "Submission" s WHERE s."revisionId" = ${revisionId} AND s."factsRevisionId" IS NOT DISTINCT FROM ${factsRevisionId}::int
        AND s.state = 'waiting' AND ${isNewest} ORDER BY s.id DESC LIMIT 1 FOR UPDATE`;
    if (waiting) {
      submitted.push({ id: waiting.id, isNew: false });
      continue;
    }
    await replaceEarlier(tx, revisionId);
    const made = await tx.submission.create({ data: { revisionId, factsRevisionId, renderingId, pushedAs, at: ctx.now, state: 'waiting' } });
    submitted.push({ id: made.id, isNew: true });
  }
  return submitted;
}
