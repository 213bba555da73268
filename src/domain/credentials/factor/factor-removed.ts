import type { AccountActor, Transaction } from '#domain/core/context.ts';
import { Invalid } from '#domain/core/errors.ts';
import { hasFactor } from '../has-factor.ts';

/** After a factor was taken away. Recovery codes stand for one: with the last of them they go. Throws Invalid `factor_last` for staff, who must have one. */
export async function factorRemoved(tx: Transaction, { accountId, roles }: AccountActor): Promise<void> {
  if (await hasFactor(tx, accountId)) return;
  if (roles.length > 0) throw new Invalid({ form: 'factor_last' });
  await tx.recoveryCode.deleteMany({ where: { accountId } });
}
