import { Secret, TOTP } from 'otpauth';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { recoveryCodeId } from '#domain/credentials/recovery-code/recovery-code.ts';
import { sealTotpSecret } from '#domain/credentials/totp/totp-secret.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import type { Account } from '#generated/prisma/client.ts';
import { testConfig } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { kindsOf, LATER, NEXT, person, proved, YEAR_AGO, YESTERDAY } from '#tests/support/recovery/recoveries.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { giveRecoveryFactor } from './give-recovery-factor.ts';
import { readRecovery } from './read-recovery.ts';
import { setRecoveredPassword } from './set-recovered-password.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());
const input = { next: NEXT, confirm: NEXT, keep: [] as string[] };

describe('the second factor', () => {
  const SECRET = Buffer.from('twenty bytes, secret');
  const CODE = 'AAAA-BBBB-CCCC-DDDD';
  const key = testConfig().secret;
  const from = { device: 'x', network: 'x' };
  const totp = ({ id: accountId }: Account, addedAt: Date) =>
    database.db.totpSecret.create({ data: { ...from, accountId, secret: sealTotpSecret(key, accountId, SECRET), addedAt, confirmedAt: addedAt } });
  const recoveryCode = ({ id: accountId }: Account, addedAt: Date) =>
    database.db.recoveryCode.create({ data: { ...from, accountId, id: recoveryCodeId(key, accountId, CODE), addedAt } });
  const shown = () => new TOTP({ secret: new Secret({ buffer: new Uint8Array(SECRET).buffer }) }).generate();

  test('opens the way to the new password, by the app or by a recovery code, each once', async () => {
    const account = await person(database.db);
    await totp(account, YEAR_AGO);
    await recoveryCode(account, YEAR_AGO);
    const [one, two, three] = [await proved(database.db, account), await proved(database.db, account), await proved(database.db, account)];
    const kinds = await Promise.all(
      Array.from({ length: 30 }, () => outcomeOf(giveRecoveryFactor(one.ctx, { ticket: one.ticket, given: { by: 'code', code: shown() } }))),
    );
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
    expect(await readRecovery(one.ctx, { ticket: one.ticket, device: null })).toMatchObject({ step: 'password' });
    expect(await outcomeOf(giveRecoveryFactor(two.ctx, { ticket: two.ticket, given: { by: 'code', code: CODE.toLowerCase() } }))).toBe('done');
    expect(await outcomeOf(giveRecoveryFactor(three.ctx, { ticket: three.ticket, given: { by: 'code', code: CODE } }))).toBe('code_wrong');
    const { secret } = await setRecoveredPassword(two.ctx, { ...input, ticket: two.ticket });
    expect(await resumeSession(database.db, secret)).toMatchObject({ actor: { session: 'full', authenticated: { level: 'factor' } } });
  });

  test('is no recovery code that was made since', async () => {
    const account = await person(database.db);
    await totp(account, YEAR_AGO);
    await recoveryCode(account, YESTERDAY);
    const { ctx, ticket } = await proved(database.db, account);
    expect(await outcomeOf(giveRecoveryFactor(ctx, { ticket, given: { by: 'code', code: CODE } }))).toBe('code_wrong');
    expect(await database.db.recoveryCode.count({ where: { accountId: account.id } })).toBe(1);
  });

  test('is asked for where there is one from before, and the mail alone sets no password', async () => {
    const account = await person(database.db);
    await totp(account, YEAR_AGO);
    const { ctx, ticket } = await proved(database.db, account);
    expect(await readRecovery(ctx, { ticket, device: null })).toMatchObject({ step: 'factor' });
    expect(await outcomeOf(setRecoveredPassword(ctx, { ...input, ticket }))).toBe('proof_used');
    for (let n = 0; n < 6; n += 1) expect(await outcomeOf(giveRecoveryFactor(ctx, { ticket, given: { by: 'code', code: '000000' } }))).toBe('code_wrong');
    expect(await database.db.oneTimeCode.findFirst({ where: { accountId: account.id } })).toMatchObject({ tries: 5, factorAt: null });
    expect(await outcomeOf(giveRecoveryFactor(ctx, { ticket: null, given: { by: 'code', code: '000000' } }))).toBe('proof_used');
    expect(await kindsOf(database.db, account)).toContain('recovery_failed');
  });

  test('that was given makes a session of that level', async () => {
    const account = await person(database.db);
    await totp(account, YEAR_AGO);
    const { ctx, ticket } = await proved(database.db, account);
    await database.db.oneTimeCode.updateMany({ where: { accountId: account.id }, data: { factorAt: new Date() } });
    const { secret } = await setRecoveredPassword(ctx, { ...input, ticket });
    expect(await resumeSession(database.db, secret)).toMatchObject({ actor: { session: 'full', hasFactor: true, authenticated: { level: 'factor' } } });
  });

  test('that is new is not asked for, goes with the old password, and is asked for at once where it is kept', async () => {
    const account = await person(database.db);
    await totp(account, YESTERDAY);
    const first = await proved(database.db, account);
    expect(await readRecovery(first.ctx, { ticket: first.ticket, device: null })).toMatchObject({ step: 'password', additions: [{ kind: 'totp' }] });
    expect(await setRecoveredPassword(first.ctx, { ...input, ticket: first.ticket })).toMatchObject({ removed: 1, half: false });
    await totp(account, YESTERDAY);
    const again = await proved(database.db, account);
    const { additions = [] } = (await readRecovery(again.ctx, { ticket: again.ticket, device: null })) ?? {};
    const keep = additions.filter(({ kind }) => kind === 'totp').map(({ handle }) => handle);
    expect(await setRecoveredPassword(again.ctx, { next: LATER, confirm: LATER, keep, ticket: again.ticket })).toMatchObject({ kept: ['totp'], half: true });
  });
});
