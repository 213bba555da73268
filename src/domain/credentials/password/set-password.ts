import type { Transaction } from '#domain/core/context.ts';

/** How many passwords before the present one are kept, so that none of them is the next. */
export const FORMER_KEPT = 5;
/** … and those of so many days, however often an intruder changes the password: by the one of before their changes, the mailbox of before takes the address back. */
const FORMER_DAYS = 14;

/** A password that was judged and will do. */
export interface NewPassword {
  /** PHC string. */
  hash: string;
  /** When it was looked for among the breached ones and not found; null where nobody was asked, or nobody answered. */
  breachAskedAt: Date | null;
}

/**
 * Gives an account its next password, and keeps the one that it takes the place of among the former ones. Answers whether the account still
 * had the password of that version; if not, nothing is changed.
 */
export async function setPassword(
  tx: Transaction,
  account: { id: bigint; passwordVersion: number },
  { hash, breachAskedAt }: NewPassword,
  at: Date,
): Promise<boolean> {
  const { id: accountId, passwordVersion } = account;
  const [former] = await tx.$queryRaw<{ passwordHash: string | null }[]>`
    SELECT "passwordHash" FROM "Account" WHERE id = ${accountId} AND "passwordVersion" = ${passwordVersion} FOR NO KEY UPDATE`;
  if (!former) return false;
  await tx.account.update({ where: { id: accountId }, data: { passwordHash: hash, passwordVersion: { increment: 1 }, breachAskedAt, breachedAt: null } });
  if (former.passwordHash === null) return true;
  await tx.formerPassword.create({ data: { accountId, passwordHash: former.passwordHash, replacedAt: at } });
  await tx.$executeRaw`
    DELETE FROM "FormerPassword" WHERE "accountId" = ${accountId} AND "replacedAt" < ${at}::timestamptz - make_interval(days => ${FORMER_DAYS})
      AND id NOT IN (SELECT id FROM "FormerPassword" WHERE "accountId" = ${accountId} ORDER BY id DESC LIMIT ${FORMER_KEPT})`;
  return true;
}
