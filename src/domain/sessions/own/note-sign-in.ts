import { knowDevice, knownDevice } from '#domain/accounts/known-device.ts';
import { recordEvent, type Where } from '#domain/accounts/security-event.ts';
import type { Transaction } from '#domain/core/context.ts';
import { notify } from '#domain/notices/notify.ts';
import { endAskedAgain } from './end-asked-again.ts';

interface SignedIn {
  accountId: bigint;
  now: Date;
  where: Where;
  /** What the browser's cookie of the device holds. */
  device: string | null;
}

/**
 * What every sign-in leaves behind once it is whole: its account is stamped, its person sees it, and has a mail when the account does not know the
 * browser; an account's first sign-in is no news. What
 * orders have ended is over in its own row, too. Answers what the cookie of the device holds from now on.
 */
export async function noteSignIn(tx: Transaction, { accountId, now, where, device }: SignedIn): Promise<string> {
  const known = await knownDevice(tx, accountId, device);
  const { lastSignInAt } = await tx.account.findUniqueOrThrow({ where: { id: accountId }, select: { lastSignInAt: true } });
  await tx.account.update({ where: { id: accountId }, data: { lastSignInAt: now } });
  await endAskedAgain(tx, accountId, now);
  await recordEvent(tx, accountId, now, 'signed_in', where);
  if (known === null && lastSignInAt !== null) await notify(tx, accountId, { kind: 'new_device', at: now.toISOString(), ...where });
  return knowDevice(tx, accountId, device, now);
}
