import type { AddressChange, PrismaClient } from '#generated/prisma/client.ts';
import { verifyPassword } from '#domain/credentials/password/password-hash.ts';
import { ADDRESS_KEPT_MS } from '#model/account/address-kept.ts';

/**
 * Whether this is the password that stood when the address was changed, or the one that stood before it was changed in the week before that by whoever
 * knew it: an intruder changes the password first. A change by a code or a second factor was its person's own, and nothing from before it counts.
 */
export async function isPasswordOfBefore(db: PrismaClient, { accountId, at, passwordHash }: AddressChange, password: string): Promise<boolean> {
  if (await verifyPassword(passwordHash, password)) return true;
  const own = await db.passwordChange.findFirst({ where: { accountId, at: { lte: at }, proof: { not: 'current' } }, orderBy: { at: 'desc' } });
  const since = new Date(Math.max(at.getTime() - ADDRESS_KEPT_MS, own?.at.getTime() ?? 0));
  const former = await db.formerPassword.findFirst({ where: { accountId, replacedAt: { gt: since, lte: at } }, orderBy: { id: 'asc' } });
  return former !== null && verifyPassword(former.passwordHash, password);
}
