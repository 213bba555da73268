import { z } from 'zod';
import { Prisma } from '#generated/prisma/client.ts';
import { MAX_EMAIL_LENGTH } from '#model/forms/fields.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { emailKey } from './email-key.ts';
import { accountName, findAccount } from './find-account.ts';
import { keepAnAdmin } from './keep-an-admin.ts';

/** Every table with rows about one account, and what becomes of them when it is erased. */
export const OF_ACCOUNT = {
  erased: [
    'OneTimeCode',
    'SecurityEvent',
    'AppInstall',
    'FormerPassword',
    'KnownDevice',
    'Passkey',
    'TotpSecret',
    'RecoveryCode',
    'AddressChange',
    'ApprovalKey',
    'KeptForm',
    'Presence',
    // With its grants and challenges.
    'Session',
  ],
  /** A number and a time, by which it was counted who is concerned and who has done what was asked; and what one of the team answers for in public. */
  kept: ['PasswordChange', 'CohortMember', 'Emergency', 'Schedule'],
} as const;

/**
 * Erases an account, for good: its address, its password and all that is known of its person. An empty account with its number stays, so that counts and
 * the audit log go on meaning what they meant. `address` is the account's, said again. Throws NotFound, Invalid where the address is another,
 * Conflict `erased`, and `last_admin` for the only admin whose account is open.
 */
export const eraseAccount = verb({
  name: 'accounts/erase-account',
  input: z.strictObject({ account: accountName, address: z.string().max(MAX_EMAIL_LENGTH) }),
  async run(tx, ctx, { account, address }): Promise<{ accountId: string }> {
    const id = await findAccount(tx, account);
    await keepAnAdmin(tx, id);
    // Whoever adds a row about it waits, and finds it closed.
    const [row] = await tx.$queryRaw<[{ emailKey: string; erasedAt: Date | null }]>`SELECT "emailKey", "erasedAt" FROM "Account" WHERE id = ${id} FOR UPDATE`;
    if (row.erasedAt) throw new Conflict('erased', `Account ${id} is erased already.`);
    if (emailKey(address) !== row.emailKey) throw new Invalid({ address: 'address_differs' });
    for (const table of OF_ACCOUNT.erased) await tx.$executeRaw`DELETE FROM ${Prisma.raw(`"${table}"`)} WHERE "accountId" = ${id}`;
    await tx.account.update({
      where: { id },
      data: {
        email: '',
        // No address: nobody signs in by it, and the mailbox may have a new account.
        emailKey: `erased:${id}`,
        passwordHash: null,
        passwordVersion: { increment: 1 },
        passwordChangedAt: null,
        lastSignInAt: null,
        market: '',
        locale: '',
        roles: [],
        keysOff: false,
        disabledAt: ctx.now,
        breachAskedAt: null,
        breachedAt: null,
        erasedAt: ctx.now,
      },
    });
    return { accountId: String(id) };
  },
  audit: (view) => ({ subject: `account:${view.accountId}` }),
});
