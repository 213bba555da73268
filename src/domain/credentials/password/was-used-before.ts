import type { Context } from '#domain/core/context.ts';
import { verifyPassword } from './password-hash.ts';
import { FORMER_KEPT } from './set-password.ts';

/** Whether this is the account's present password or one of the five before it: at most six hashes, one after the other. */
export async function wasUsedBefore({ db }: Context, account: { id: bigint; passwordHash: string | null }, password: string): Promise<boolean> {
  const former = await db.formerPassword.findMany({ where: { accountId: account.id }, orderBy: { id: 'desc' }, take: FORMER_KEPT });
  for (const { passwordHash } of [account, ...former]) {
    if (passwordHash !== null && (await verifyPassword(passwordHash, password))) return true;
  }
  return false;
}
