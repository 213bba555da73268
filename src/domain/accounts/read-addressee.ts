import { z } from 'zod';
import { query } from '#domain/core/verb.ts';

export interface Addressee {
  email: string;
  locale: string;
}

const id = z.string().regex(/^\d{1,18}$/);

/**
 * Where a notice goes and in which language: to the account's address, or to the other one of a change of address. Null when the account is
 * closed, so that nothing is sent, unless that is the news; and when it was erased.
 */
export const readAddressee = query({
  name: 'accounts/read-addressee',
  input: z.strictObject({ accountId: id, change: z.strictObject({ id, side: z.enum(['from', 'to']) }).optional(), closed: z.boolean() }),
  async run({ db }, { accountId, change, closed }): Promise<Addressee | null> {
    const where = { id: BigInt(accountId), erasedAt: null, ...(!closed && { disabledAt: null }) };
    const account = await db.account.findUnique({ where, select: { email: true, locale: true } });
    if (!account || !change) return account;
    const of = await db.addressChange.findUnique({ where: { id: BigInt(change.id), accountId: BigInt(accountId) } });
    return of && { email: change.side === 'from' ? of.fromEmail : of.toEmail, locale: account.locale };
  },
});
