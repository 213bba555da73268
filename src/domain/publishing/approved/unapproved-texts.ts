import type { Transaction } from '#domain/core/context.ts';
import type { DueText } from '../due-texts.ts';
import { approvalHolds } from './sql.ts';

/** Those of the texts that are due which nobody but their authors has approved. One that looks different, and says what it said, asks for nobody. */
export async function unapprovedTexts(tx: Pick<Transaction, '$queryRaw'>, due: readonly DueText[]): Promise<DueText[]> {
  const said = due.filter(({ news }) => news !== 'look');
  const named = said.map(({ row: { revisionId: revision, factsRevisionId: facts } }) => ({ revision, facts }));
  const approved = await tx.$queryRaw<{ revision: number }[]>`
    SELECT n.revision FROM jsonb_to_recordset(${JSON.stringify(named)}::jsonb) AS n(revision int, facts int)
    WHERE EXISTS (SELECT 1 FROM "Submission" s WHERE s."revisionId" = n.revision AND s."factsRevisionId" IS NOT DISTINCT FROM n.facts AND ${approvalHolds})`;
  const known = new Set(approved.map(({ revision }) => revision));
  return said.filter(({ row }) => !known.has(row.revisionId));
}
