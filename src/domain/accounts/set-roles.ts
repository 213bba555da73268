import { z } from 'zod';
import { Prisma } from '#generated/prisma/client.ts';
import { ROLES, type Role } from '#model/roles.ts';
import { Conflict } from '#domain/core/errors.ts';
import { verb } from '#domain/core/verb.ts';
import { endAccess } from './end-access.ts';
import { accountName, findAccount } from './find-account.ts';
import { keepAnAdmin } from './keep-an-admin.ts';

export interface RolesView {
  accountId: string;
  /** In the order of the table of roles. */
  before: Role[];
  after: Role[];
  sessionsEnded: number;
}

/**
 * Gives an account these roles in the team and no others. A change ends all of its sessions: what one may do is settled when one signs in. Throws
 * NotFound, Conflict `last_admin`, and `erased`.
 */
export const setRoles = verb({
  name: 'accounts/set-roles',
  input: z.strictObject({ account: accountName, roles: z.array(z.enum(ROLES)).max(ROLES.length) }),
  async run(tx, _ctx, { account, roles }): Promise<RolesView> {
    const id = await findAccount(tx, account);
    const after = ROLES.filter((role) => roles.includes(role));
    if (!after.includes('admin')) await keepAnAdmin(tx, id);
    const [row] = await tx.$queryRaw<[{ roles: Role[]; erasedAt: Date | null }]>`
      SELECT roles::text[] AS roles, "erasedAt" FROM "Account" WHERE id = ${id} FOR NO KEY UPDATE`;
    if (row.erasedAt) throw new Conflict('erased', `Account ${id} is erased: nobody signs in to it any more.`);
    const before = ROLES.filter((role) => row.roles.includes(role));
    const view = { accountId: String(id), before, after };
    if (before.join() === after.join()) return { ...view, sessionsEnded: 0 };
    await tx.account.update({ where: { id }, data: { roles: after } });
    // Who has never signed in has no session, and may still enrol with the code that was made for them.
    const isSignedIn = await tx.session.findFirst({ where: { accountId: id, endedAt: null }, select: { id: true } });
    return { ...view, sessionsEnded: isSignedIn ? await endAccess(tx, Prisma.sql`SELECT ${id}::bigint`) : 0 };
  },
  audit: ({ accountId, before, after, sessionsEnded }) => ({
    subject: `account:${accountId}`,
    detail: { before: before.join(' '), after: after.join(' '), sessionsEnded },
  }),
});
