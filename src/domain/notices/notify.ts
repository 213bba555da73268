import type { Transaction } from '#domain/core/context.ts';
import { enqueue } from '#domain/core/jobs.ts';
import type { Notice } from '#model/account/notices.ts';

/** Has the holder of an account told by mail of what was done, once the caller's transaction commits: at the address that the account then has, in its language. */
export async function notify(tx: Transaction, accountId: bigint, notice: Notice): Promise<void> {
  await enqueue(tx, 'mail-notice', { accountId: String(accountId), notice });
}
