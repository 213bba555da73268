import { type Where, recordEvent } from '#domain/accounts/security-event.ts';
import { setAddress } from '#domain/address-change/set-address.ts';
import type { Transaction } from '#domain/core/context.ts';
import { notify } from '#domain/notices/notify.ts';

interface Restoring {
  accountId: bigint;
  since: Date;
  /** Ids of the changes that its person says were theirs. */
  kept: readonly string[];
  now: Date;
  where: Where;
}

/**
 * Gives an account the address back that stood before the changes since then, down to the newest one that is kept; both mailboxes are told. Answers how many it undid.
 * Throws Conflict `address_taken` where another account has that address by now.
 */
export async function restoreAddress(tx: Transaction, { accountId, since, kept, now, where }: Restoring): Promise<number> {
  const changes = await tx.addressChange.findMany({ where: { accountId, revertedAt: null, at: { gte: since } }, orderBy: { id: 'desc' } });
  const own = changes.findIndex(({ id }) => kept.includes(String(id)));
  const undone = own === -1 ? changes : changes.slice(0, own);
  const [last] = undone;
  const first = undone.at(-1);
  if (!last || !first) return 0;
  await setAddress(tx, accountId, { email: first.fromEmail, key: first.fromKey });
  await tx.addressChange.updateMany({ where: { id: { in: undone.map(({ id }) => id) } }, data: { revertedAt: now } });
  await recordEvent(tx, accountId, now, 'address_restored', where);
  const told = { at: now.toISOString(), device: where.device, network: where.network };
  await notify(tx, accountId, { kind: 'address_restored', ...told });
  await notify(tx, accountId, { kind: 'address_lost', changeId: String(last.id), ...told });
  return undone.length;
}
