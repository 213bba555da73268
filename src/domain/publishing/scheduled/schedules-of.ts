import type { PrismaClient } from '#generated/prisma/client.ts';
import type { ScheduleMiss } from '#generated/prisma/client.ts';
import { reasonsSchema, type Reasons } from '../corrections/reasons.ts';

/** What is to go out of a text at a time, or was and did not. Times are ISO 8601. */
export interface ScheduleView {
  id: number;
  at: string;
  zone: string;
  /** An address. */
  by: string;
  submissions: number[];
  reasons: Reasons;
  /** Null while it is due. */
  missed: ScheduleMiss | null;
}

/** Of one text, what is due, the next first, and what was missed and nobody has put away. */
export async function schedulesOf(db: PrismaClient, { postId, updateId }: { postId: number; updateId: number | null }): Promise<ScheduleView[]> {
  const rows = await db.schedule.findMany({
    where: { OR: [{ state: 'due' }, { state: 'missed', putAwayAt: null }], texts: { some: { submission: { revision: { postId, updateId } } } } },
    orderBy: [{ at: 'asc' }, { id: 'asc' }],
    include: { texts: true },
  });
  const accounts = await db.account.findMany({ where: { id: { in: rows.map(({ accountId }) => accountId) } }, select: { id: true, email: true } });
  const names = new Map(accounts.map(({ id, email }) => [id, email]));
  return rows.map(({ id, at, zone, accountId, texts, reasons, missed }) => ({
    id,
    at: at.toISOString(),
    zone,
    by: names.get(accountId) ?? String(accountId),
    submissions: texts.map(({ submissionId }) => submissionId),
    reasons: reasonsSchema.parse(reasons),
    missed,
  }));
}
