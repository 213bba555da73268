import type { DoorContext } from '#domain/core/context.ts';
import { secretId } from '#domain/core/secret.ts';
import { issueCode } from '#domain/credentials/email-code/issue-code.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { askRecovery } from '#domain/recovery/ask-recovery.ts';
import { giveCode } from '#domain/recovery/give-code.ts';
import type { Account, PrismaClient } from '#generated/prisma/client.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { system, testContext } from '#tests/support/context.ts';

/** What everybody here has forgotten, and what they choose instead. */
export const PASSWORD = 'violet kettle runs north';
export const NEXT = 'a quiet harbour at six';
export const LATER = 'gravel orchid tunnel saffron';
export const YEAR_AGO = new Date(Date.now() - 365 * 86_400_000);
export const YESTERDAY = new Date(Date.now() - 86_400_000);

let passwordHash: Promise<string> | undefined;
/** Of PASSWORD. */
export const hashOfPassword = () => (passwordHash ??= hashPassword(PASSWORD));

/** Somebody with a password. */
export const person = async (db: PrismaClient, data: Parameters<typeof createAccount>[1] = {}) =>
  createAccount(db, { passwordHash: await hashOfPassword(), ...data });

let sources = 0;
/** A browser of nobody yet, at an address of its own. */
export function browser(db: PrismaClient): DoorContext {
  sources += 1;
  return testContext(db, undefined, { client: { device: 'Firefox on Linux', source: `198.51.${Math.floor(sources / 250)}.${sources % 250}` } });
}
/** The same, so many seconds later. */
export const later = (ctx: DoorContext, seconds: number) => ({ ...ctx, now: new Date(Date.now() + seconds * 1000) });

/** A browser that has asked for a code, and the code. */
export async function asked(db: PrismaClient, { email }: Pick<Account, 'email'>, ctx = browser(db)) {
  const { ticket } = await askRecovery(ctx, { email });
  const issued = await issueCode(testContext(db, system), { requestId: secretId(ticket) });
  return { ctx, ticket, code: issued?.code ?? 'none' };
}
/** One that has given it. */
export async function proved(db: PrismaClient, account: Pick<Account, 'email'>, ctx = browser(db)) {
  const { ticket, code } = await asked(db, account, ctx);
  await giveCode(ctx, { ticket, code });
  return { ctx, ticket };
}

/** The kinds of an account's events, oldest first. */
export const kindsOf = async (db: PrismaClient, { id: accountId }: Account) =>
  (await db.securityEvent.findMany({ where: { accountId }, orderBy: { id: 'asc' } })).map(({ kind }) => kind);
