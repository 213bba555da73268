import { z } from 'zod';
import { query } from '../verb.ts';
import { own } from './own.ts';

/** When the password was last changed, for the receipt; null: never here. */
export const readChange = query({
  name: 'accounts/read-change',
  may: 'account:password',
  input: z.strictObject({}),
  async run(ctx): Promise<{ changedAt: string } | null> {
    const account = await ctx.db.account.findUnique({ where: { id: own(ctx).accountId }, select: { passwordChangedAt: true } });
    return account?.passwordChangedAt ? { changedAt: account.passwordChangedAt.toISOString() } : null;
  },
});
