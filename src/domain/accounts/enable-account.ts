import { z } from 'zod';
import type { Transaction } from '#domain/core/context.ts';
import { Conflict } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { accountName, findAccount } from './find-account.ts';

/** Opens a closed account: its person may sign in again, and nothing that had ended comes back. Throws NotFound, Conflict `already_enabled`, and `erased`. */
export const enableAccount = verb({
  name: 'accounts/enable-account',
  input: z.strictObject({ account: accountName }),
  async run(tx, _ctx, { account }): Promise<{ accountId: string }> {
    const id = await findAccount(tx, account);
    const { count } = await tx.account.updateMany({ where: { id, disabledAt: { not: null }, erasedAt: null }, data: { disabledAt: null } });
    if (count === 0) throw await whyNot(tx, id);
    return { accountId: String(id) };
  },
  audit: (view) => ({ subject: `account:${view.accountId}` }),
});

async function whyNot(tx: Transaction, id: bigint): Promise<Conflict> {
  const { erasedAt } = await tx.account.findUniqueOrThrow({ where: { id }, select: { erasedAt: true } });
  return erasedAt
    ? new Conflict('erased', `Account ${id} is erased: there is nothing left to open.`)
    : new Conflict('already_enabled', `Account ${id} is not disabled.`);
}
