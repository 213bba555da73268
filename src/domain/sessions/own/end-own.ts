import type { Prisma, Session } from '#generated/prisma/client.ts';
import { recordEvent } from '#domain/accounts/security-event.ts';
import type { Transaction } from '#domain/core/context.ts';

/** Ends those of an account's sessions that are not over, and notes the end of each. Answers them. */
export async function endOwn(tx: Transaction, now: Date, where: Prisma.SessionWhereInput & { accountId: bigint }): Promise<Session[]> {
  const ended = await tx.session.updateManyAndReturn({ where: { ...where, endedAt: null }, data: { endedAt: now } });
  for (const session of ended) await recordEvent(tx, where.accountId, now, 'session_ended', session);
  return ended;
}
