import type { Context, Transaction } from '#domain/core/context.ts';
import { Prisma } from '#generated/prisma/client.ts';
import { isLive } from '../approved/sql.ts';

/** Ends what was scheduled and is live by now, all of it: who published it did so before its time. */
export async function endOvertaken(tx: Transaction, ctx: Context, edition: number): Promise<void> {
  const by = ctx.actor.kind === 'account' ? Prisma.sql`${ctx.actor.accountId}::bigint` : Prisma.sql`NULL`;
  await tx.$executeRaw`
    UPDATE "Schedule" c SET state = 'stopped', "endedAt" = ${ctx.now}, "endedById" = ${by}, "editionNumber" = ${edition}
    WHERE c.state = 'due' AND NOT EXISTS (SELECT 1 FROM "ScheduledText" x JOIN "Submission" s ON s.id = x."submissionId" WHERE x."scheduleId" = c.id AND NOT ${isLive})`;
}
