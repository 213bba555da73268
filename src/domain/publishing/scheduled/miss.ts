import type { Context, Transaction } from '#domain/core/context.ts';
import { enqueue } from '#domain/core/jobs.ts';
import type { ScheduleMiss } from '#generated/prisma/client.ts';
import { EDITORS } from '#model/roles.ts';

/** Says of what was due that it does not go out, why, and tells the team and whoever made it by mail. */
export async function miss(tx: Transaction, ctx: Context, { schedule: id, why }: { schedule: number; why: ScheduleMiss }): Promise<void> {
  const { accountId } = await tx.schedule.update({ where: { id }, data: { state: 'missed', missed: why, endedAt: ctx.now } });
  const team = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT id FROM "Account" WHERE (roles <> '{}' AND roles && ${[...EDITORS]}::"Role"[] OR id = ${accountId}) AND "disabledAt" IS NULL`;
  for (const { id: to } of team) await enqueue(tx, 'mail-schedule', { schedule: id, accountId: String(to) });
}
