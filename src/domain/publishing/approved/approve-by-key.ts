import type { Context, Transaction } from '#domain/core/context.ts';
import { Conflict } from '#domain/core/errors.ts';
import type { Approver } from '#domain/keys/approver-of.ts';
import { Prisma } from '#generated/prisma/client.ts';
import { hasPart } from './sql.ts';

interface ByKey {
  approver: Approver;
  /** Of what is approved. */
  submissions: readonly number[];
  /** Who pushes, as the command line was told. */
  as: string;
}

/**
 * The word of a key's person for what was pushed, kept as the studio keeps it. Throws Conflict `own_words` where they have a part in one of the texts or
 * their facts, or push it themselves.
 */
export async function approveByKey(tx: Transaction, ctx: Context, { approver: { key, accountId, email }, submissions, as }: ByKey): Promise<void> {
  const [{ own }] = await tx.$queryRaw<[{ own: boolean }]>`
    SELECT EXISTS (SELECT 1 FROM "Submission" s WHERE s.id = ANY(${[...submissions]}::int[]) AND ${hasPart(Prisma.sql`${accountId}::bigint`)}) AS own`;
  if (own || isNamed(as, email))
    throw new Conflict('own_words', 'Nobody approves their own words, and whose key this is wrote some of these, or pushes them. Nothing was published.');
  await tx.$executeRaw`
    INSERT INTO "Approval" ("submissionId", "approverId", at, "sourceHash", "factsHash", way)
    SELECT s.id, ${accountId}, ${ctx.now}, v."sourceHash", coalesce(f.hash, ''), 'key' FROM "Submission" s JOIN "Revision" v ON v.id = s."revisionId"
    LEFT JOIN "FactsRevision" f ON f.id = s."factsRevisionId" WHERE s.id = ANY(${[...submissions]}::int[])`;
  await tx.submission.updateMany({ where: { id: { in: [...submissions] } }, data: { state: 'approved' } });
  await tx.approvalKey.update({ where: { id: key }, data: { lastUsedAt: ctx.now } });
}

/** Whether a name at the command line is a person's address, or what stands before its @. */
function isNamed(as: string, email: string): boolean {
  const name = as.trim().toLowerCase();
  return name === email.toLowerCase() || name === email.toLowerCase().split('@')[0];
}
