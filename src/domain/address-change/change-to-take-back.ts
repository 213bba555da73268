import type { AddressChange, PrismaClient } from '#generated/prisma/client.ts';
import { ADDRESS_KEPT_MS } from '#model/account/address-kept.ts';

/** The change by which an open account last lost this address, while its mailbox can take it back. Null where there is none. */
export function changeToTakeBack(db: PrismaClient, { key, now }: { key: string; now: Date }): Promise<AddressChange | null> {
  const since = new Date(now.getTime() - ADDRESS_KEPT_MS);
  return db.addressChange.findFirst({
    where: { fromKey: key, at: { gte: since }, revertedAt: null, account: { disabledAt: null } },
    orderBy: { id: 'desc' },
  });
}
