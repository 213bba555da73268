import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { asked, browser, kindsOf, later, person } from '#tests/support/recovery/recoveries.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { giveCode } from './give-code.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

describe('a code', () => {
  test('is good in the browser that asked alone, for ten minutes and five tries, in any script', async () => {
    const account = await person(database.db);
    const [one, two] = [await asked(database.db, account), await asked(database.db, account)];
    expect(await outcomeOf(giveCode(two.ctx, { ticket: two.ticket, code: one.code }))).toBe('code_wrong');
    expect(await outcomeOf(giveCode(two.ctx, { ticket: null, code: one.code }))).toBe('code_wrong');
    expect(await outcomeOf(giveCode(later(one.ctx, 601), { ticket: one.ticket, code: one.code }))).toBe('code_wrong');
    for (let n = 0; n < 4; n += 1) expect(await outcomeOf(giveCode(two.ctx, { ticket: two.ticket, code: 'wrong' }))).toBe('code_wrong');
    expect(await outcomeOf(giveCode(two.ctx, { ticket: two.ticket, code: two.code }))).toBe('code_wrong');
    const arabic = one.code.replace(/\d/g, (digit) => String.fromCodePoint(0x660 + Number(digit)));
    expect(await outcomeOf(giveCode(one.ctx, { ticket: one.ticket, code: arabic }))).toBe('done');
    expect(await kindsOf(database.db, account)).toContain('recovery_failed');
  });

  test('of thirty uses at once works once', async () => {
    const { ctx, ticket, code } = await asked(database.db, await person(database.db));
    const kinds = await Promise.all(Array.from({ length: 30 }, () => outcomeOf(giveCode(ctx, { ticket, code }))));
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
    expect(await outcomeOf(giveCode(ctx, { ticket, code }))).toBe('code_wrong');
  });

  test('that was asked for in the guide is none here', async () => {
    const account = await person(database.db);
    const { ctx, ticket, code } = await asked(database.db, account);
    await database.db.oneTimeCode.updateMany({ where: { accountId: account.id }, data: { purpose: 'change' } });
    expect(await outcomeOf(giveCode(ctx, { ticket, code }))).toBe('code_wrong');
  });

  test('without a request is refused a hundred times, and then who types waits: refusals cost something', async () => {
    const ctx = browser(database.db);
    const kinds: string[] = [];
    for (let n = 0; n < 101; n += 1) kinds.push(await outcomeOf(giveCode(ctx, { ticket: null, code: '00000000' })));
    expect(kinds).toEqual([...Array(100).fill('code_wrong'), 'too_many']);
  });
});
