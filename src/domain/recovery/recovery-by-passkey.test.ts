import { randomBytes } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { secretId } from '#domain/core/secret.ts';
import type { GivenFactor } from '#domain/credentials/factor/take-factor.ts';
import { askPasskey } from '#domain/sessions/ask-passkey.ts';
import { signInByPasskey } from '#domain/sessions/sign-in-by-passkey.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import type { Authenticator } from '#tests/support/factors/authenticator.ts';
import { passkeyOf } from '#tests/support/factors/passkey-of.ts';
import { kindsOf, LATER, later, NEXT, person, proved, YEAR_AGO, YESTERDAY } from '#tests/support/recovery/recoveries.ts';
import { outcomeOf } from '#tests/support/verbs/outcome-of.ts';
import { askRecovery } from './ask-recovery.ts';
import { askRecoveryPasskey } from './ask-recovery-passkey.ts';
import { giveRecoveryFactor } from './give-recovery-factor.ts';
import { readRecovery } from './read-recovery.ts';
import { setRecoveredPassword } from './set-recovered-password.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

type Recovery = Awaited<ReturnType<typeof proved>>;
type Lie = Parameters<Authenticator['get']>[1];
const input = { next: NEXT, confirm: NEXT, keep: [] as string[] };

/** Somebody with a passkey from before, in a recovery whose code was given. */
async function recovering(addedAt = YEAR_AGO) {
  const account = await person(database.db);
  const key = await passkeyOf(database.db, account, addedAt);
  return { account, key, recovery: await proved(database.db, account) };
}
/** What a passkey answers to the challenge that a recovery's browser was given. */
async function answered({ ctx, ticket }: Recovery, key: Authenticator, lie: Lie = {}) {
  const asked = await askRecoveryPasskey(ctx, { ticket });
  return { by: 'passkey', answer: key.get(asked.options, lie), ticket: asked.ticket } as const;
}
const give = ({ ctx, ticket }: Recovery, given: GivenFactor) => outcomeOf(giveRecoveryFactor(ctx, { ticket, given }));
const read = ({ ctx, ticket }: Recovery) => readRecovery(ctx, { ticket, device: null });
const triesOf = async ({ ticket }: Recovery) => (await database.db.oneTimeCode.findUniqueOrThrow({ where: { id: secretId(ticket) } })).tries;
const challengesOf = ({ ticket }: Recovery) => database.db.passkeyChallenge.count({ where: { requestId: secretId(ticket) } });

describe('the passkey of who has forgotten the password', () => {
  test('opens the way to the new password, and signs in as a second factor does', async () => {
    const { account, key, recovery } = await recovering();
    expect(await read(recovery)).toMatchObject({ step: 'factor', factors: { passkey: true, typed: false } });
    expect(await outcomeOf(setRecoveredPassword(recovery.ctx, { ...input, ticket: recovery.ticket }))).toBe('proof_used');
    expect(await give(recovery, await answered(recovery, key))).toBe('done');
    expect(await read(recovery)).toMatchObject({ step: 'password' });
    const { secret, half } = await setRecoveredPassword(recovery.ctx, { ...input, ticket: recovery.ticket });
    expect(half).toBe(false);
    expect(await resumeSession(database.db, secret)).toMatchObject({ actor: { session: 'full', authenticated: { level: 'factor' } } });
    expect((await kindsOf(database.db, account)).filter((kind) => kind === 'proof_given')).toHaveLength(2);
  });

  test('is not asked for, and proves nothing, when it was added since', async () => {
    const { recovery } = await recovering(YESTERDAY);
    expect(await read(recovery)).toMatchObject({ step: 'password', factors: { passkey: false }, additions: [{ kind: 'passkey' }] });

    const owner = await recovering();
    const intruders = await passkeyOf(database.db, owner.account, YESTERDAY);
    // Neither does the browser offer it.
    const { options } = await askRecoveryPasskey(owner.recovery.ctx, { ticket: owner.recovery.ticket });
    expect(options.allowCredentials?.map(({ id }) => id)).toEqual([owner.key.id]);
    expect(await give(owner.recovery, await answered(owner.recovery, intruders))).toBe('passkey_refused');
    expect(await give(owner.recovery, await answered(owner.recovery, owner.key))).toBe('done');
    expect(await setRecoveredPassword(owner.recovery.ctx, { ...input, next: LATER, confirm: LATER, ticket: owner.recovery.ticket })).toMatchObject({
      removed: 1,
    });
  });

  test.each<[string, Lie]>([
    ['another origin', { origin: 'http://localhost:3001' }],
    ['another site', { rpId: 'tempo.example' }],
    ['another challenge', { challenge: randomBytes(32).toString('base64url') }],
    ['a user that nobody verified', { unverified: true }],
    ['another account', { userHandle: randomBytes(32).toString('base64url') }],
  ])('with an answer for %s is refused, and a try is gone', async (_, lie) => {
    const { account, key, recovery } = await recovering();
    expect(await give(recovery, await answered(recovery, key, lie))).toBe('passkey_refused');
    expect(await triesOf(recovery)).toBe(1);
    expect(await read(recovery)).toMatchObject({ step: 'factor' });
    expect(await kindsOf(database.db, account)).toContain('recovery_failed');
    const [refusal] = await database.db.auditEntry.findMany({ where: { verb: 'recovery/give-recovery-factor' }, orderBy: { seq: 'desc' }, take: 1 });
    expect(refusal).toMatchObject({ outcome: 'invalid', subject: `account:${account.id}` });
  });

  test('must count upwards, where it counts', async () => {
    const { key, recovery } = await recovering();
    await database.db.passkey.update({ where: { id: key.id }, data: { counter: 5n } });
    for (const counter of [4, 5]) expect(await give(recovery, await answered(recovery, key, { counter }))).toBe('passkey_refused');
    expect(await triesOf(recovery)).toBe(2);
    expect(await give(recovery, await answered(recovery, key, { counter: 6 }))).toBe('done');
  });

  test('of a stranger proves nothing', async () => {
    const [mine, theirs] = [await recovering(), await recovering()];
    expect(await give(mine.recovery, await answered(mine.recovery, theirs.key))).toBe('passkey_refused');
    expect(await give(theirs.recovery, await answered(theirs.recovery, theirs.key))).toBe('done');
  });

  test('of thirty uses of one answer at once is taken once', async () => {
    const { key, recovery } = await recovering();
    const given = await answered(recovery, key);
    const kinds = await Promise.all(Array.from({ length: 30 }, () => give(recovery, given)));
    expect(kinds.filter((kind) => kind === 'done')).toHaveLength(1);
    expect(kinds.filter((kind) => !['done', 'passkey_refused', 'proof_used'].includes(kind))).toEqual([]);
    expect(await give(recovery, given)).toBe('passkey_refused');
  });

  test('is refused after five tries, a right one too', async () => {
    const { key, recovery } = await recovering();
    for (let n = 0; n < 5; n += 1) expect(await give(recovery, await answered(recovery, key, { unverified: true }))).toBe('passkey_refused');
    expect(await give(recovery, await answered(recovery, key))).toBe('passkey_refused');
    expect(await triesOf(recovery)).toBe(5);
    expect(await read(recovery)).toMatchObject({ step: 'factor' });
  });
});

describe('the challenge of a recovery', () => {
  test('is of its request alone, and good once', async () => {
    const { account, key, recovery } = await recovering();
    const elsewhere = await proved(database.db, account);
    const given = await answered(elsewhere, key);
    expect(await give(recovery, given)).toBe('passkey_refused');
    // The try has used it up, there too.
    expect(await give(elsewhere, given)).toBe('passkey_refused');
    expect(await give(recovery, { ...(await answered(recovery, key)), ticket: null })).toBe('passkey_refused');
    expect(await give(recovery, await answered(recovery, key))).toBe('done');
  });

  test('is none of a sign-in, nor the other way round', async () => {
    const { key, recovery } = await recovering();
    const toSignIn = await askPasskey(recovery.ctx, {});
    expect(await give(recovery, { by: 'passkey', answer: key.get(toSignIn.options), ticket: toSignIn.ticket })).toBe('passkey_refused');
    const { answer, ticket } = await answered(recovery, key);
    expect(await outcomeOf(signInByPasskey(recovery.ctx, { answer, ticket }))).toBe('passkey_refused');
  });

  test('is asked for once the code was given, until the factor was, and no longer than the request lives', async () => {
    const { account, key, recovery } = await recovering();
    const ask = (ctx: Recovery['ctx'], ticket: string | null) => outcomeOf(askRecoveryPasskey(ctx, { ticket }));
    const { ticket } = await askRecovery(recovery.ctx, { email: account.email });
    expect(await ask(recovery.ctx, ticket)).toBe('proof_used');
    expect(await ask(recovery.ctx, null)).toBe('proof_used');
    const given = await answered(recovery, key);
    const late = later(recovery.ctx, 601);
    expect(await ask(late, recovery.ticket)).toBe('proof_used');
    expect(await give({ ...recovery, ctx: late }, given)).toBe('proof_used');
    expect(await give({ ...recovery, ctx: later(recovery.ctx, 301) }, given)).toBe('passkey_refused');
    expect(await give(recovery, await answered(recovery, key))).toBe('done');
    expect(await ask(recovery.ctx, recovery.ticket)).toBe('proof_used');
  });

  test('ends with its request, whatever ends that', async () => {
    const { account, key, recovery } = await recovering();
    const other = await proved(database.db, account);
    const [given, kept] = [await answered(recovery, key), await answered(other, key)];
    expect(await challengesOf(recovery)).toBe(1);
    await askRecovery(recovery.ctx, { email: account.email, replaces: recovery.ticket });
    expect([await challengesOf(recovery), await challengesOf(other)]).toEqual([0, 1]);
    expect(await give(recovery, given)).toBe('proof_used');
    expect(await give(other, kept)).toBe('done');
    const left = await proved(database.db, account);
    await answered(left, key);
    await setRecoveredPassword(other.ctx, { ...input, ticket: other.ticket });
    expect(await challengesOf(left)).toBe(0);
  });

  test('asked for while its request ends is refused in words, and leaves nothing', async () => {
    const { account, recovery } = await recovering();
    const waiting = () => database.db.$queryRaw<unknown[]>`SELECT 1 FROM pg_stat_activity WHERE datname = current_database() AND wait_event_type = 'Lock'`;
    const asked = await database.db.$transaction(
      async (tx) => {
        await tx.oneTimeCode.deleteMany({ where: { accountId: account.id } });
        const outcome = outcomeOf(askRecoveryPasskey(recovery.ctx, { ticket: recovery.ticket }));
        await expect.poll(waiting).toHaveLength(1);
        return { outcome };
      },
      { timeout: 30_000 },
    );
    expect(await asked.outcome).toBe('proof_used');
    expect(await challengesOf(recovery)).toBe(0);
  });

  test('is asked for sixty times in fifteen minutes by one source', async () => {
    const { recovery } = await recovering();
    const kinds: string[] = [];
    for (let n = 0; n < 61; n += 1) kinds.push(await outcomeOf(askRecoveryPasskey(recovery.ctx, { ticket: recovery.ticket })));
    expect(kinds).toEqual([...Array(60).fill('done'), 'too_many']);
  });
});
