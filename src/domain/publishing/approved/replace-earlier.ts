import type { Transaction } from '#domain/core/context.ts';

/** What was submitted before of the text that a revision is of, in its language, waits for nobody any more. */
export async function replaceEarlier(tx: Transaction, revisionId: number): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Submission" s SET state = 'replaced' FROM "Revision" v, "Revision" w
    WHERE w.id = ${revisionId} AND v.id = s."revisionId" AND v."postId" = w."postId" AND v."updateId" IS NOT DISTINCT FROM w."updateId"
      AND v.locale = w.locale AND s.state IN ('waiting', 'approved', 'sent_back')`;
}
