import { factsSource } from '#compiler/templates/facts-source.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { type Facts, factsSchema } from '#model/facts.ts';
import type { Transaction } from '#domain/core/context.ts';

/** The facts of an incident as whoever writes has them before them. */
export interface FactsInHand {
  /** The text of its incident.yaml. */
  source: string;
  /** Of the draft; 0 while there is none. */
  version: number;
  /** Null where nobody has saved them in the studio. */
  savedAt: Date | null;
  /** Somebody has written since they last became a revision: they will be one with the next text that is submitted. */
  isOpen: boolean;
  /** Other facts came by another way since these were begun: they stand beside, until somebody saves over them. */
  isMoved: boolean;
  /** Those that texts are read with. */
  newest: { id: number; hash: string; facts: Facts } | null;
}

/**
 * What is being written of an incident's facts, else its newest revision. A draft that became a revision keeps its comments as long as no other
 * revision follows. Null where there are no facts at all. Two statements.
 */
export async function factsInHand(db: PrismaClient | Transaction, incidentId: number): Promise<FactsInHand | null> {
  const draft = await db.factsDraft.findUnique({ where: { incidentId } });
  const row = await db.factsRevision.findFirst({ where: { incidentId }, orderBy: { id: 'desc' } });
  const newest = row && { id: row.id, hash: row.hash, facts: factsSchema.parse(row.json) };
  if (!draft && !newest) return null;
  const isOpen = draft !== null && (draft.authorIds.length > 0 || newest === null);
  const isSame = draft !== null && draft.baseId === (newest?.id ?? null);
  const source = draft && (isOpen || isSame) ? draft.source : factsSource({ ...newest?.facts });
  return { source, version: draft?.version ?? 0, savedAt: draft?.savedAt ?? null, isOpen, isMoved: isOpen && !isSame, newest };
}
