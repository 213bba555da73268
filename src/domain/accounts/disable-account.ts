import { z } from 'zod';
import { Prisma } from '#generated/prisma/client.ts';
import { Conflict } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { notify } from '#domain/notices/notify.ts';
import { endAccess } from './end-access.ts';
import { accountName, findAccount } from './find-account.ts';
import { keepAnAdmin } from './keep-an-admin.ts';

/**
 * Closes an account: nobody signs in to it, its sessions end for good, its codes and grants are gone, and it is asked for nothing.
 * Throws NotFound, Conflict `already_disabled`, and `last_admin` for the only admin whose account is open.
 */
export const disableAccount = verb({
  name: 'accounts/disable-account',
  input: z.strictObject({ account: accountName }),
  async run(tx, ctx, { account }): Promise<{ accountId: string; sessionsEnded: number }> {
    const id = await findAccount(tx, account);
    await keepAnAdmin(tx, id);
    const { count } = await tx.account.updateMany({ where: { id, disabledAt: null }, data: { disabledAt: ctx.now } });
    if (count === 0) throw new Conflict('already_disabled', `Account ${id} is disabled already.`);
    await notify(tx, id, { kind: 'account_disabled', at: ctx.now.toISOString() });
    return { accountId: String(id), sessionsEnded: await endAccess(tx, Prisma.sql`SELECT ${id}::bigint`) };
  },
  audit: (view) => ({ subject: `account:${view.accountId}`, detail: { sessionsEnded: view.sessionsEnded } }),
});
