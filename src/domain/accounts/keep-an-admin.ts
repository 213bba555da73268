import type { Transaction } from '#domain/core/context.ts';
import { Conflict } from '#domain/core/errors.ts';

/**
 * Throws Conflict `last_admin` where the account is the only open one that is an admin. Locks all of those, in one order: of two who would take the
 * role from each other the second sees one left.
 */
export async function keepAnAdmin(tx: Transaction, accountId: bigint): Promise<void> {
  const admins = await tx.$queryRaw<{ id: bigint }[]>`
    SELECT id FROM "Account" WHERE 'admin' = ANY(roles) AND "disabledAt" IS NULL ORDER BY id FOR NO KEY UPDATE`;
  if (admins.length === 1 && admins[0]?.id === accountId) throw new Conflict('last_admin', 'This is the last admin. Make another one first.');
}
