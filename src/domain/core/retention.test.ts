import { afterAll, beforeAll, expect, test } from 'vitest';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { prune } from './retention.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const NOW = new Date();
const ago = (days: number) => new Date(NOW.getTime() - days * 86_400_000);

test('each kind of row goes on its day, and not before', async () => {
  const { db } = database;
  const account = await createAccount(db);
  const sessions = await Promise.all(
    [{ endedAt: ago(91) }, { endedAt: ago(89) }, { expiresAt: ago(91) }, { lastSeenAt: ago(1), expiresAt: ago(89) }].map((data) =>
      createSession(db, account, { lastSeenAt: NOW, ...data }),
    ),
  );
  const kept = sessions[1] as (typeof sessions)[number];
  await db.proofGrant.createMany({
    data: [2, 0].map((days) => ({
      id: `grant ${days}`,
      sessionId: kept.session.id,
      purpose: `p${days}`,
      proof: 'current' as const,
      passwordVersion: 0,
      expiresAt: ago(days),
    })),
  });
  await db.oneTimeCode.createMany({
    data: [2, 0].map((days) => ({ id: `code ${days}`, accountId: account.id, purpose: 'recover' as const, expiresAt: ago(days) })),
  });
  await db.securityEvent.createMany({
    data: [397, 395].map((days) => ({ accountId: account.id, at: ago(days), kind: 'signed_in', device: `${days}`, network: '' })),
  });
  for (const [index, days] of [2558, 2556].entries()) {
    const seq = BigInt(index + 1);
    await db.auditEntry.create({ data: { seq, at: ago(days), actor: 'system', verb: 'x/y', subject: `${days}`, outcome: 'done', detail: {} } });
    const hashes = { entryHashes: new Uint8Array(), previousHash: `${index}`, hash: `${index + 1}` };
    await db.auditSeal.create({ data: { fromSeq: seq, toSeq: seq, entries: 1, sealedAt: ago(days), ...hashes } });
  }
  await db.passkeyChallenge.createMany({ data: [2, 0].map((days) => ({ id: `asked ${days}`, challenge: '', purpose: 'sign-in', expiresAt: ago(days) })) });
  const app = { accountId: account.id, secret: Buffer.alloc(1), addedAt: ago(2), network: '' };
  await db.totpSecret.createMany({
    data: [
      { ...app, device: 'begun' },
      { ...app, device: 'begun today', addedAt: NOW },
      { ...app, device: 'confirmed', confirmedAt: ago(2) },
    ],
  });
  const changed = { accountId: account.id, fromEmail: 'a', fromKey: 'a', toEmail: 'b', device: '', network: '', passwordHash: 'of then' };
  await db.addressChange.createMany({ data: [397, 395, 8, 6].map((days) => ({ ...changed, at: ago(days) })) });
  const [old, young] = [sessions[1], sessions[3]] as [typeof kept, typeof kept];
  const draft = await db.draft.create({ data: { locale: 'en', source: '', savedAt: NOW, post: { create: { kind: 'note', slug: 'a' } } } });
  await db.presence.createMany({
    data: [
      { draftId: draft.id, sessionId: old.session.id, accountId: account.id, writing: true, seenAt: ago(2) },
      { draftId: draft.id, sessionId: young.session.id, accountId: account.id, writing: true, seenAt: NOW },
    ],
  });
  await db.process.createMany({
    data: [2, 0].map((days) => ({ id: `process ${days}`, kind: 'work' as const, host: 'a', build: 'b', startedAt: ago(9), seenAt: ago(days) })),
  });
  await db.$executeRaw`INSERT INTO limits.failure VALUES ('past', 1, ${BigInt(ago(1).getTime())}), ('open', 1, ${BigInt(NOW.getTime() + 60_000)})`;

  await prune(db);
  expect((await db.session.findMany({ orderBy: { lastSeenAt: 'asc' } })).map(({ id }) => id)).toEqual([sessions[3]?.session.id, kept.session.id]);
  expect(await db.proofGrant.findMany()).toMatchObject([{ id: 'grant 0' }]);
  expect(await db.oneTimeCode.findMany()).toMatchObject([{ id: 'code 0' }]);
  expect(await db.securityEvent.findMany()).toMatchObject([{ device: '395' }]);
  expect(await db.passkeyChallenge.findMany()).toMatchObject([{ id: 'asked 0' }]);
  expect((await db.totpSecret.findMany({ orderBy: { id: 'asc' } })).map(({ device }) => device)).toEqual(['begun today', 'confirmed']);
  const changes = await db.addressChange.findMany({ orderBy: { at: 'asc' } });
  expect(changes.map(({ at, passwordHash }) => [at, passwordHash])).toEqual([
    [ago(395), null],
    [ago(8), null],
    [ago(6), 'of then'],
  ]);
  expect(await db.process.findMany()).toMatchObject([{ id: 'process 0' }]);
  expect(await db.presence.findMany()).toMatchObject([{ sessionId: young.session.id }]);
  expect(await db.auditEntry.findMany()).toMatchObject([{ subject: '2556' }]);
  expect(await db.$queryRaw`SELECT key FROM limits.failure`).toEqual([{ key: 'open' }]);
  expect(await db.account.count()).toBe(1);
});
