import { z } from 'zod';
import { requireAccount } from '#domain/core/require-account.ts';
import { query } from '#domain/core/verb.ts';

export interface AddressView {
  /** On file. */
  email: string;
  /** The one that this session has asked a code for, while that is good. */
  asked: string | null;
}

/** The address on file, and the one that it is being changed to. */
export const readAddress = query({
  name: 'address-change/read-address',
  input: z.strictObject({}),
  async run(ctx): Promise<AddressView> {
    const { accountId, sessionId } = requireAccount(ctx);
    const [{ email }, code] = await Promise.all([
      ctx.db.account.findUniqueOrThrow({ where: { id: accountId }, select: { email: true } }),
      ctx.db.oneTimeCode.findFirst({ where: { accountId, sessionId, purpose: 'confirm', expiresAt: { gt: ctx.now } }, select: { email: true } }),
    ]);
    return { email, asked: code?.email ?? null };
  },
});
