import type { Transaction } from '#domain/core/context.ts';
import { Conflict } from '#domain/core/errors.ts';

/** Uses a request's code up: of many at once one succeeds. Throws Conflict `proof_used` for the others. */
export async function spendCode(tx: Transaction, requestId: string): Promise<void> {
  const { count } = await tx.oneTimeCode.deleteMany({ where: { id: requestId } });
  if (count === 0) throw new Conflict('proof_used');
}
