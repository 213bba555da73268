import type { ActionState } from '#generated/prisma/client.ts';
import type { Transaction } from '#domain/core/context.ts';
import { Conflict, type ConflictReason, NotFound } from '#domain/core/errors.ts';

const CONFLICTS: Record<ActionState, [reason: ConflictReason, words: string]> = {
  active: ['not_paused', 'is not paused: it asks.'],
  paused: ['already_paused', 'is paused already.'],
  withdrawn: ['already_withdrawn', 'is withdrawn already, and that is final. Who asks again activates another.'],
};

/** The refusal for an action that was not in a state from which it could be moved: by the state that it is in. */
export async function whyNotMoved(tx: Transaction, actionId: number): Promise<NotFound | Conflict> {
  const action = await tx.requiredAction.findUnique({ where: { id: actionId }, select: { state: true } });
  if (!action) return new NotFound(`There is no action ${actionId}.`);
  const [reason, words] = CONFLICTS[action.state];
  return new Conflict(reason, `Action ${actionId} ${words}`);
}
