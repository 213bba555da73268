import type { Transaction } from '#domain/core/context.ts';
import { enqueue } from '#domain/core/jobs.ts';
import { Prisma } from '#generated/prisma/client.ts';
import { hasPart } from '#domain/publishing/approved/sql.ts';

/** Writes to every approver but those who have a part in what was submitted. */
export async function askApprovers(tx: Transaction, submission: number): Promise<void> {
  const approvers = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT a.id FROM "Account" a, "Submission" s WHERE s.id = ${submission} AND a.roles <> '{}' AND 'approver' = ANY(a.roles)
      AND a."disabledAt" IS NULL AND NOT ${hasPart(Prisma.sql`a.id`)}`;
  for (const { id } of approvers) await enqueue(tx, 'mail-review', { submissionId: submission, accountId: String(id) });
}
