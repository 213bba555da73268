import type { Account } from '#generated/prisma/client.ts';
import type { Where } from '#domain/accounts/security-event.ts';
import type { Transaction } from '#domain/core/context.ts';
import { endOfSession } from './alive.ts';
import { newSecret, secretId } from '#domain/core/secret.ts';
import { noteSignIn } from './own/note-sign-in.ts';

export interface SignedInView {
  /** For the cookie only. */
  secret: string;
  /** For the cookie of the device only: by it the account knows the browser again. */
  device: string;
  accountId: string;
  locale: string;
  /** The second factor is asked for next. */
  half: boolean;
}

interface Start {
  account: Pick<Account, 'id' | 'roles' | 'locale'>;
  now: Date;
  where: Where;
  /** The secret of the session that the browser held before: it ends. */
  replaces: string | null;
  /** What the browser's cookie of the device holds. */
  device: string | null;
  by: 'password' | 'factor';
  /** Whether the account's second factor is still to be given. */
  half: boolean;
}

/** A new session, its secret for the cookie only. One that is whole is a sign-in, and noted as one. */
export async function startSession(tx: Transaction, { account, now, where, replaces, device, by, half }: Start): Promise<SignedInView> {
  if (replaces !== null) await tx.session.updateMany({ where: { id: secretId(replaces), endedAt: null }, data: { endedAt: now } });
  const secret = newSecret();
  const { id: accountId, roles, locale } = account;
  const begins = { createdAt: now, authenticatedAt: now, lastSeenAt: now, expiresAt: endOfSession({ roles, half, now }) };
  await tx.session.create({ data: { id: secretId(secret), accountId, ...begins, level: by, awaitsFactor: half, ...where } });
  const known = half ? (device ?? newSecret()) : await noteSignIn(tx, { accountId, now, where, device });
  return { secret, device: known, accountId: String(accountId), locale, half };
}
