import { Conflict, NotFound } from '#domain/core/errors.ts';
import type { Context, Transaction } from '#domain/core/context.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { factsInHand } from './facts-in-hand.ts';

/** What a save follows. */
export interface FactsSeen {
  incident: number;
  /** The save that this one was made from; 0 for the first. */
  version: number;
  /** The newest facts revision that its author has seen; 0 where there is none. */
  base: number;
}

export interface SavedFactsDraft {
  version: number;
  /** The database's time; ISO 8601. Null where nobody has saved yet. */
  savedAt: string | null;
  /** Of their author, since these facts last became a revision. */
  isFirst: boolean;
}

/**
 * Keeps facts as they are, right or wrong. Throws Conflict `draft_moved` when somebody else saved, or other facts came by another way, since what
 * the author saw, and NotFound when there is no such incident or it has no facts.
 */
export async function keepFacts(tx: Transaction, ctx: Context, { incident, version, base }: FactsSeen, source: string): Promise<SavedFactsDraft> {
  const { accountId } = requireAccount(ctx);
  // Two who save at once come one after the other.
  await tx.$queryRaw`SELECT id FROM "Incident" WHERE id = ${incident} FOR UPDATE`;
  const hand = await factsInHand(tx, incident);
  if (!hand) throw new NotFound();
  if (hand.version !== version || (hand.newest?.id ?? 0) !== base) throw new Conflict('draft_moved');
  if (hand.source === source && !hand.isMoved) return { version, savedAt: hand.savedAt?.toISOString() ?? null, isFirst: false };
  const before = (await tx.factsDraft.findUnique({ where: { incidentId: incident }, select: { authorIds: true } }))?.authorIds ?? [];
  const isFirst = !before.includes(accountId);
  const data = { source, version: version + 1, baseId: base === 0 ? null : base, savedAt: ctx.now, authorIds: isFirst ? [...before, accountId] : before };
  await tx.factsDraft.upsert({ where: { incidentId: incident }, create: { incidentId: incident, ...data }, update: data });
  return { version: version + 1, savedAt: ctx.now.toISOString(), isFirst };
}
