import { z } from 'zod';
import { recordEvent } from '#domain/accounts/security-event.ts';
import { requireAccount } from '#domain/core/require-account.ts';
import { verb } from '#domain/core/verb.ts';
import { type AccountData, accountData } from './account-data.ts';

/** With when it was read: ISO 8601. */
export type DownloadedData = { readAt: string } & AccountData;

/**
 * All that is kept about the person's own account. That it was taken stands in the audit log and among the account's own events, where its person
 * sees it: an intruder would take it, too. Throws Forbidden `restricted` while a change of the password is asked for, and `step_up`.
 */
export const downloadData = verb({
  name: 'your-data/download-data',
  input: z.strictObject({}),
  async run(tx, ctx): Promise<DownloadedData> {
    const { accountId, sessionId } = requireAccount(ctx);
    const data = await accountData(tx, accountId);
    const session = await tx.session.findUniqueOrThrow({ where: { id: sessionId }, select: { device: true, network: true } });
    await recordEvent(tx, accountId, ctx.now, 'data_downloaded', session);
    return { readAt: ctx.now.toISOString(), ...data };
  },
  audit: ({ account }) => ({ subject: `account:${account.accountId}` }),
});
