import { createHash, randomBytes } from 'node:crypto';
import type { AccountActor } from '#domain/core/context.ts';
import type { Account, Prisma, PrismaClient, Session } from '#generated/prisma/client.ts';

let made = 0;

/** An account with whatever the test says of it; an address of its own, a year old, without a password unless one's hash is given. */
export function createAccount(db: PrismaClient, data: Partial<Prisma.AccountUncheckedCreateInput> = {}): Promise<Account> {
  made += 1;
  const email = data.email ?? `person-${made}-${randomBytes(3).toString('hex')}@tempo.example`;
  const yearAgo = new Date(Date.now() - 365 * 86_400_000);
  return db.account.create({ data: { email, emailKey: email.toLowerCase(), market: 'US', locale: 'en', createdAt: yearAgo, ...data } });
}

export interface SignedIn {
  session: Session;
  /** What the cookie holds; the row's id is its SHA-256. */
  secret: string;
  actor: AccountActor;
}

/** A live session of an account, an hour old unless the test says otherwise. */
export async function createSession(db: PrismaClient, account: Account, data: Partial<Prisma.SessionUncheckedCreateInput> = {}): Promise<SignedIn> {
  const secret = randomBytes(32).toString('base64url');
  const id = createHash('sha256').update(secret).digest('hex');
  const hourAgo = new Date(Date.now() - 3_600_000);
  const expiresAt = new Date(Date.now() + 30 * 86_400_000);
  const times = { createdAt: hourAgo, authenticatedAt: hourAgo, lastSeenAt: hourAgo, expiresAt };
  const session = await db.session.create({ data: { id, accountId: account.id, ...times, device: 'Firefox on Linux', network: '192.0.2.0/24', ...data } });
  const authenticated = { at: session.authenticatedAt, level: session.level };
  const who = { accountId: account.id, sessionId: session.id, roles: account.roles };
  return { session, secret, actor: { kind: 'account', ...who, session: 'full', hasFactor: false, authenticated } };
}
