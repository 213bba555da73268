import { randomBytes } from 'node:crypto';
import { encode } from 'next-auth/jwt';
import type { Account, Prisma } from '#generated/prisma/client.ts';
import type { Role } from '#model/roles.ts';
import { createAccount, createSession, type SignedIn } from '#tests/support/accounts.ts';
import type { Served } from '#tests/support/serve.ts';

export interface TeamMember extends SignedIn {
  account: Account;
  /** As a browser sends it. */
  cookie: { name: string; value: string };
}

interface Options {
  account?: Partial<Prisma.AccountUncheckedCreateInput>;
  session?: Partial<Prisma.SessionUncheckedCreateInput>;
  /** Without a second factor they see its setting up only. */
  factor?: boolean;
}

/** Somebody of the team who has just signed in with a second factor. */
export async function teamMember(
  { database: { db }, url, env }: Served,
  roles: Role[],
  { account: more = {}, session = {}, factor = true }: Options = {},
): Promise<TeamMember> {
  const account = await createAccount(db, { roles, ...more });
  const now = new Date();
  if (factor) {
    const key = { secret: Buffer.from(randomBytes(60)), addedAt: now, confirmedAt: now, device: 'Firefox on Linux', network: '192.0.2.0/24' };
    await db.totpSecret.create({ data: { accountId: account.id, ...key } as Prisma.TotpSecretUncheckedCreateInput });
  }
  const signedIn = await createSession(db, account, { createdAt: now, authenticatedAt: now, lastSeenAt: now, level: 'factor', ...session });
  const value = await encode({ token: { sid: signedIn.secret }, secret: env.CANDOR_SECRET as string, maxAge: 3600 });
  return { ...signedIn, account, cookie: { name: `candor.session.${new URL(url).port}`, value } };
}
