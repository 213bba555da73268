import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { resumeSession } from '#domain/status/resume-session.ts';
import type { Account } from '#generated/prisma/client.ts';
import { createSession } from '#tests/support/accounts.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { asked, hashOfPassword, LATER, later, NEXT, person, proved } from '#tests/support/recovery/recoveries.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { giveCode } from './give-code.ts';
import { readRecovery } from './read-recovery.ts';
import { setRecoveredPassword } from './set-recovered-password.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
const read = ({ id }: Account) => database.db.account.findUniqueOrThrow({ where: { id } });
const input = { next: NEXT, confirm: NEXT, keep: [] as string[] };

describe('the new password', () => {
  test('needs a code that was given, and its time', async () => {
    const account = await person(database.db);
    const waiting = await asked(database.db, account);
    expect(await outcomeOf(setRecoveredPassword(waiting.ctx, { ...input, ticket: waiting.ticket }))).toBe('proof_used');
    expect(await outcomeOf(setRecoveredPassword(waiting.ctx, { ...input, ticket: null }))).toBe('proof_used');
    await giveCode(waiting.ctx, { ticket: waiting.ticket, code: waiting.code });
    expect(await outcomeOf(setRecoveredPassword(later(waiting.ctx, 601), { ...input, ticket: waiting.ticket }))).toBe('proof_used');
    expect(await read(account)).toMatchObject({ passwordVersion: 0, passwordHash: await hashOfPassword() });
  });

  test('that will not do is refused with its strength, forty tries are enough, and the request stays', async () => {
    const account = await person(database.db);
    const { ctx, ticket } = await proved(database.db, account);
    const weak = { ...input, ticket, next: 'Summer2026Summer2026', confirm: '' };
    await expect(setRecoveredPassword(ctx, weak)).rejects.toMatchObject({ fields: { next: 'password_guessable' }, strength: { level: 'very_weak' } });
    for (let n = 1; n < 40; n += 1) expect(await outcomeOf(setRecoveredPassword(ctx, { ...weak, next: 'short' }))).toBe('password_short');
    expect(await outcomeOf(setRecoveredPassword(ctx, { ...input, ticket }))).toBe('too_many');
    expect(await readRecovery(ctx, { ticket, device: null })).toMatchObject({ step: 'password' });
  });

  test('of ten at once from one request is set once, and once from two requests', async () => {
    const account = await person(database.db);
    const one = await proved(database.db, account);
    const kinds = await Promise.all(Array.from({ length: 10 }, () => outcomeOf(setRecoveredPassword(one.ctx, { ...input, ticket: one.ticket }))));
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
    expect(kinds.filter((kind) => !['done', 'changed_elsewhere', 'proof_used'].includes(kind))).toEqual([]);
    const [mine, theirs] = [await proved(database.db, account), await proved(database.db, account)];
    const both = await Promise.all(
      [mine, theirs].map(({ ctx, ticket }) => outcomeOf(setRecoveredPassword(ctx, { ...input, next: LATER, confirm: LATER, ticket }))),
    );
    expect(both.sort()).toEqual(['changed_elsewhere', 'done']);
    expect(await read(account)).toMatchObject({ passwordVersion: 2 });
  });

  test('of an account that was closed meanwhile is not set', async () => {
    const account = await person(database.db);
    const { ctx, ticket } = await proved(database.db, account);
    await database.db.account.update({ where: { id: account.id }, data: { disabledAt: new Date() } });
    expect(await outcomeOf(setRecoveredPassword(ctx, { ...input, ticket }))).toBe('proof_used');
  });

  test('is not there when the transaction fails: nothing is changed, and no mail goes', async () => {
    const other = await testDatabase();
    try {
      const account = await person(other.db);
      const session = await createSession(other.db, account);
      const { ctx, ticket } = await proved(other.db, account);
      await other.db.$executeRaw`DELETE FROM graphile_worker._private_jobs`;
      // The audit entry is the last thing that is written.
      await other.db.$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT refuse CHECK (verb <> 'recovery/set-recovered-password')`;
      await expect(setRecoveredPassword(ctx, { ...input, ticket })).rejects.toThrow();
      expect(await other.db.account.findFirst()).toMatchObject({ passwordVersion: 0, passwordHash: await hashOfPassword() });
      expect(await other.db.$queryRaw`SELECT 1 FROM graphile_worker._private_jobs`).toEqual([]);
      expect((await resumeSession(other.db, session.secret)).kind).toBe('live');
      expect(await readRecovery(ctx, { ticket, device: null })).toMatchObject({ step: 'password' });
    } finally {
      await other.close();
    }
  });
});
