import type { Context, Transaction } from '#domain/core/context.ts';
import { Conflict, NotFound } from '#domain/core/errors.ts';
import { enqueue } from '#domain/core/jobs.ts';

/**
 * Stops what is due, for whoever holds the lock of editions: it and its publication are one after the other. Whoever made it and whoever stops it get
 * a mail. Throws NotFound, and Conflict `schedule_ended` when it is not due any more.
 */
export async function stop(tx: Transaction, ctx: Context, { schedule: id, accountId }: { schedule: number; accountId: bigint }): Promise<void> {
  const found = await tx.schedule.findUnique({ where: { id } });
  if (!found) throw new NotFound();
  if (found.state !== 'due') throw new Conflict('schedule_ended', 'This is not due any more; nothing was changed.');
  await tx.schedule.update({ where: { id }, data: { state: 'stopped', endedAt: ctx.now, endedById: accountId } });
  for (const to of new Set([found.accountId, accountId])) await enqueue(tx, 'mail-schedule', { schedule: id, accountId: String(to) });
}
