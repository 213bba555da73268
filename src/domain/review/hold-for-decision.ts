import { z } from 'zod';
import type { Transaction } from '#domain/core/context.ts';
import { Conflict, NotFound } from '#domain/core/errors.ts';
import { Prisma } from '#generated/prisma/client.ts';
import { hasPart, isNewest } from '#domain/publishing/approved/sql.ts';
import { type Standing, standingSchema } from '#domain/publishing/approved/standing.ts';

interface Seen {
  submission: number;
  sourceHash: string;
  /** Empty where there are no facts. */
  factsHash: string;
}

interface Row {
  state: string;
  sourceHash: string;
  factsHash: string;
  isNewest: boolean;
  isOwn: boolean;
  standing: unknown;
}

/**
 * Holds a submission for one decision, as its approver saw it, and answers what it was submitted with. Throws NotFound when there is none, and Conflict: `own_words` when the person has a part
 * in it, `moved_on` when it waits no more, is not the newest, or is not what they saw.
 */
export async function holdForDecision(tx: Transaction, accountId: bigint, { submission, sourceHash, factsHash }: Seen): Promise<Standing[]> {
  // Two who decide at once come one after the other, and the second reads what the first did.
  await tx.$queryRaw`SELECT id FROM "Submission" WHERE id = ${submission} FOR UPDATE`;
  const [row] = await tx.$queryRaw<Row[]>`
    SELECT s.state::text AS state, s.standing, t."sourceHash", coalesce(g.hash, '') AS "factsHash", ${isNewest} AS "isNewest",
      ${hasPart(Prisma.sql`${accountId}::bigint`)} AS "isOwn"
    FROM "Submission" s JOIN "Revision" t ON t.id = s."revisionId" LEFT JOIN "FactsRevision" g ON g.id = s."factsRevisionId" WHERE s.id = ${submission}`;
  if (!row) throw new NotFound();
  if (row.isOwn) throw new Conflict('own_words', 'Nobody decides about their own words.');
  const isSeen = row.sourceHash === sourceHash && row.factsHash === factsHash;
  if (row.state !== 'waiting' || !row.isNewest || !isSeen) throw new Conflict('moved_on', 'This is not what waits any more.');
  return z.array(standingSchema).parse(row.standing);
}
