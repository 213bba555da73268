import type { Context, Transaction } from '#domain/core/context.ts';
import { Conflict } from '#domain/core/errors.ts';
import { addFactsAuthors, saveFacts } from '#domain/incidents/save-facts.ts';
import { factsInHand } from './facts-in-hand.ts';
import type { JudgedFacts } from './judge-facts.ts';

/**
 * Has facts that were judged stand as a revision, with who wrote them, and answers its id; those that are one already stay it. Null for a text without.
 * Throws Conflict `moved_on` when they are not what is in hand any more.
 */
export async function standAsRevision(tx: Transaction, ctx: Context, incidentId: number | null, judged: JudgedFacts | null): Promise<number | null> {
  if (incidentId === null) return null;
  await tx.$queryRaw`SELECT id FROM "Incident" WHERE id = ${incidentId} FOR UPDATE`;
  const hand = await factsInHand(tx, incidentId);
  const newest = hand?.newest?.id ?? null;
  const isSeen = judged?.draft ? hand?.version === judged.draft.version && newest === judged.draft.baseId : newest === (judged?.id ?? null) && !hand?.isOpen;
  if (!isSeen) throw new Conflict('moved_on', 'The facts changed in the meantime.');
  if (!judged?.draft) return newest;
  const { slug } = await tx.incident.findUniqueOrThrow({ where: { id: incidentId }, select: { slug: true } });
  const { authorIds, source } = await tx.factsDraft.findUniqueOrThrow({ where: { incidentId }, select: { authorIds: true, source: true } });
  const saved = judged.id === null ? await saveFacts(tx, new Map([[slug, judged.facts]]), ctx.now, authorIds, new Map([[slug, source]])) : null;
  const baseId = judged.id ?? (saved?.get(slug)?.revision as number);
  if (judged.id !== null) await addFactsAuthors(tx, judged.id, authorIds);
  // Whoever wrote them stands in the revision from here on.
  await tx.factsDraft.update({ where: { incidentId }, data: { authorIds: [], baseId } });
  return baseId;
}
