import type { Config } from '#config';
import { addPasskey } from '#domain/credentials/passkey/add-passkey.ts';
import { startPasskey } from '#domain/credentials/passkey/start-passkey.ts';
import type { Account, PrismaClient } from '#generated/prisma/client.ts';
import { createSession } from '#tests/support/accounts.ts';
import { testConfig, testContext } from '#tests/support/context.ts';
import { Authenticator } from './authenticator.ts';

/** A passkey of an account, as it was added then. */
export async function passkeyOf(db: PrismaClient, account: Account, addedAt: Date, config: Config = testConfig()): Promise<Authenticator> {
  const { actor } = await createSession(db, account, { authenticatedAt: new Date(), level: 'factor' });
  const ctx = testContext(db, { ...actor, hasFactor: true }, { config });
  const key = new Authenticator(config.url.origin);
  const { ticket, options } = await startPasskey(ctx, { brand: 'Tempo' });
  await addPasskey(ctx, { answer: key.create(options), ticket });
  await db.passkey.update({ where: { id: key.id }, data: { addedAt } });
  await db.session.delete({ where: { id: actor.sessionId } });
  return key;
}
