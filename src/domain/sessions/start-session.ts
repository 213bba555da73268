import type { Where } from '#domain/accounts/security-event.ts';
import type { Transaction } from '#domain/core/context.ts';
import { newSecret, sessionId } from './secret.ts';

export interface SignedInView {
  /** For the cookie only. */
  secret: string;
  accountId: string;
  locale: string;
}

/** A new session, its secret for the cookie only; the one that the browser held before ends. */
export async function startSession(tx: Transaction, accountId: bigint, now: Date, where: Where, replaces: string | null): Promise<string> {
  if (replaces !== null) await tx.session.updateMany({ where: { id: sessionId(replaces), endedAt: null }, data: { endedAt: now } });
  const secret = newSecret();
  const { device, network } = where;
  await tx.session.create({ data: { id: sessionId(secret), accountId, createdAt: now, authenticatedAt: now, lastSeenAt: now, device, network } });
  return secret;
}
