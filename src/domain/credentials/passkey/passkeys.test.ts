import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { Role } from '#generated/prisma/client.ts';
import { readFactors } from '#domain/credentials/factor/read-factors.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { Authenticator } from '#tests/support/factors/authenticator.ts';
import { testConfig, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { addPasskey } from './add-passkey.ts';
import { askForPasskey } from './ask-for-passkey.ts';
import { removePasskey } from './remove-passkey.ts';
import { startPasskey } from './start-passkey.ts';
import { type GivenPasskey, verifyPasskey } from './verify-passkey.ts';

const config = testConfig({ url: new URL('https://security.tempo.example') });
const ORIGIN = config.url.origin;
let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

/** Somebody who has just signed in. */
async function person(roles: Role[] = []) {
  const account = await createAccount(database.db, { roles });
  const { actor } = await createSession(database.db, account, { authenticatedAt: new Date() });
  return { account, actor, ctx: testContext(database.db, actor, { config }) };
}
const start = ({ ctx }: Awaited<ReturnType<typeof person>>) => startPasskey(ctx, { brand: 'Tempo' });

/** … and has a passkey. */
async function withPasskey(roles: Role[] = []) {
  const who = await person(roles);
  const key = new Authenticator(ORIGIN);
  const { ticket, options } = await start(who);
  await addPasskey(who.ctx, { answer: key.create(options), ticket });
  return { ...who, key };
}
const ask = (now = new Date()) => askForPasskey(database.db, config, { purpose: 'sign-in' }, { whose: null, now });
const verify = (given: Pick<GivenPasskey, 'ticket' | 'answer'> & Partial<GivenPasskey>) =>
  verifyPasskey(database.db, config, { of: { purpose: 'sign-in' }, accountId: null, now: new Date(), before: null, ...given });
const refused = { kind: 'invalid', fields: { form: 'passkey_refused' } };
type Lie = Parameters<Authenticator['get']>[1];

describe('adding', () => {
  test('the browser is told what to make; the address is no part of what is kept', async () => {
    const who = await withPasskey();
    const { options } = await start(who);
    expect(options).toMatchObject({
      rp: { id: 'security.tempo.example', name: 'Tempo' },
      attestation: 'none',
      timeout: 300_000,
      authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
      excludeCredentials: [{ id: who.key.id }],
    });
    expect(Buffer.from(options.challenge, 'base64url')).toHaveLength(32);
    expect(Buffer.from(options.user.id, 'base64url')).toHaveLength(32);
    expect((await start(await person())).options.user.id).not.toBe(options.user.id);
    expect((await readFactors(who.ctx, {})).passkeys).toMatchObject([{ id: who.key.id, keptBy: 'device', lastUsedAt: null, device: 'Firefox on Linux' }]);
  });

  test.each<[string, Lie]>([
    ['another origin', { origin: 'https://security-tempo.example' }],
    ['this host on http', { origin: 'http://security.tempo.example' }],
    ['another site', { rpId: 'tempo.example' }],
    ['another challenge', { challenge: randomBytes(32).toString('base64url') }],
    ['a user that nobody verified', { unverified: true }],
    ['a statement with certificates', { attestation: { fmt: 'packed', statement: new Map([['x5c', [new Uint8Array(1)]]]) } }],
    ['a statement of another kind', { attestation: { fmt: 'android-safetynet', statement: new Map() } }],
  ])('an answer for %s is refused, and nothing is kept', async (_, lie) => {
    const who = await person();
    const { ticket, options } = await start(who);
    await expect(addPasskey(who.ctx, { answer: new Authenticator(ORIGIN).create(options, lie), ticket })).rejects.toMatchObject(refused);
    expect(await database.db.passkey.count({ where: { accountId: who.account.id } })).toBe(0);
  });

  test.each(['', '{}', 'null', '[]', '{"id":1}', 'x'.repeat(8_000), `{"id":"${'['.repeat(7_000)}"}`])(
    'what no browser answers is refused: %#',
    async (answer) => {
      const who = await person();
      const { ticket } = await start(who);
      await expect(addPasskey(who.ctx, { answer, ticket })).rejects.toMatchObject({ kind: 'invalid' });
    },
  );

  test('CBOR that goes deeper and deeper is refused like the rest', async () => {
    const who = await person();
    const { ticket, options } = await start(who);
    const answer = JSON.parse(new Authenticator(ORIGIN).create(options));
    answer.response.attestationObject = Buffer.alloc(4_500, 0x81).toString('base64url');
    await expect(addPasskey(who.ctx, { answer: JSON.stringify(answer), ticket })).rejects.toMatchObject(refused);
  });

  test('a challenge is good once, for its session, its browser and five minutes', async () => {
    const who = await person();
    const late = { fields: { form: 'passkey_late' } };
    const first = await start(who);
    const other = testContext(database.db, (await createSession(database.db, who.account, { authenticatedAt: new Date() })).actor, { config });
    await expect(addPasskey(other, { answer: new Authenticator(ORIGIN).create(first.options), ticket: first.ticket })).rejects.toMatchObject(late);
    // The try has used it up.
    await expect(addPasskey(who.ctx, { answer: new Authenticator(ORIGIN).create(first.options), ticket: first.ticket })).rejects.toMatchObject(late);
    const { ticket, options } = await start(who);
    await expect(addPasskey(who.ctx, { answer: new Authenticator(ORIGIN).create(options), ticket: null })).rejects.toMatchObject(late);
    await expect(
      addPasskey({ ...who.ctx, now: new Date(Date.now() + 301_000) }, { answer: new Authenticator(ORIGIN).create(options), ticket }),
    ).rejects.toMatchObject(late);
    const asked = await ask();
    await expect(addPasskey(who.ctx, { answer: new Authenticator(ORIGIN).create(options), ticket: asked.ticket })).rejects.toMatchObject(late);
  });

  test('of thirty answers at once one is taken', async () => {
    const who = await person();
    const { ticket, options } = await start(who);
    const answer = new Authenticator(ORIGIN).create(options);
    const tries = await Promise.allSettled(Array.from({ length: 30 }, () => addPasskey(who.ctx, { answer, ticket })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('what is somebody’s passkey already is nobody else’s', async () => {
    const [owner, thief] = [await withPasskey(), await person()];
    const { ticket, options } = await start(thief);
    await expect(addPasskey(thief.ctx, { answer: owner.key.create(options), ticket })).rejects.toMatchObject({ fields: { form: 'passkey_known' } });
    expect((await database.db.passkey.findUniqueOrThrow({ where: { id: owner.key.id } })).accountId).toBe(owner.account.id);
  });

  test('twenty are enough', async () => {
    const who = await person();
    const row = { accountId: who.account.id, publicKey: Buffer.alloc(1), counter: 0n, name: 'device', addedAt: new Date(), device: 'x', network: 'y' };
    await database.db.passkey.createMany({ data: Array.from({ length: 19 }, (_, n) => ({ ...row, id: `${who.account.id}-${n}` })) });
    const [first, second] = [await start(who), await start(who)];
    await addPasskey(who.ctx, { answer: new Authenticator(ORIGIN).create(first.options), ticket: first.ticket });
    const full = { fields: { form: 'passkeys_full' } };
    await expect(addPasskey(who.ctx, { answer: new Authenticator(ORIGIN).create(second.options), ticket: second.ticket })).rejects.toMatchObject(full);
    await expect(start(who)).rejects.toMatchObject(full);
  });

  test('it is named by what keeps it, and never by its sender', async () => {
    const who = await person();
    for (const transports of [['usb', 'nfc'], ['hybrid'], ['Tempo support: call'], []]) {
      const { ticket, options } = await start(who);
      await addPasskey(who.ctx, { answer: new Authenticator(ORIGIN, transports).create(options), ticket });
    }
    expect((await readFactors(who.ctx, {})).passkeys.map(({ keptBy }) => keptBy)).toEqual(['security_key', 'phone', 'device', 'device']);
  });
});

describe('showing', () => {
  test('a passkey says whose it is, by itself', async () => {
    const who = await withPasskey();
    const { ticket, options } = await ask();
    expect(options).toMatchObject({ rpId: 'security.tempo.example', userVerification: 'required' });
    expect(options.allowCredentials ?? []).toEqual([]);
    expect(await verify({ ticket, answer: who.key.get(options) })).toEqual({ accountId: who.account.id, passkeyId: who.key.id });
    expect((await readFactors(who.ctx, {})).passkeys[0]?.lastUsedAt).not.toBeNull();
  });

  test.each<[string, Lie]>([
    ['another origin', { origin: 'https://security-tempo.example' }],
    ['another site', { rpId: 'tempo.example' }],
    ['another challenge', { challenge: randomBytes(32).toString('base64url') }],
    ['a user that nobody verified', { unverified: true }],
    ['another account', { userHandle: randomBytes(32).toString('base64url') }],
    ['no account at all', { userHandle: '' }],
  ])('an answer for %s is refused', async (_, lie) => {
    const { key } = await withPasskey();
    const { ticket, options } = await ask();
    await expect(verify({ ticket, answer: key.get(options, lie) })).rejects.toMatchObject(refused);
  });

  test('an answer of which one bit is another is refused', async () => {
    const { key } = await withPasskey();
    const parts = fc.constantFrom('clientDataJSON', 'authenticatorData', 'signature', 'userHandle');
    await fc.assert(
      fc.asyncProperty(parts, fc.nat(), fc.nat(7), async (part, at, bit) => {
        const { ticket, options } = await ask();
        const answer = JSON.parse(key.get(options));
        const bytes = Buffer.from(answer.response[part], 'base64url');
        // A number may be written in several ways around its DER: what is altered of a signature is in the numbers themselves.
        const place = part === 'signature' ? bytes.length - 1 - (at % 24) : at % bytes.length;
        bytes[place] = (bytes[place] ?? 0) ^ (1 << bit);
        answer.response[part] = bytes.toString('base64url');
        await expect(verify({ ticket, answer: JSON.stringify(answer) })).rejects.toMatchObject(refused);
      }),
      { numRuns: 60 },
    );
  });

  test('whatever else is sent as an answer is refused, and nothing fails', async () => {
    await fc.assert(
      fc.asyncProperty(fc.oneof(fc.string({ unit: 'binary' }), fc.json()), async (answer) => {
        const { ticket } = await ask();
        await expect(verify({ ticket, answer })).rejects.toMatchObject(refused);
      }),
      { numRuns: 60 },
    );
  });

  test('another key’s signature is refused', async () => {
    const [one, other] = [await withPasskey(), await withPasskey()];
    const { ticket, options } = await ask();
    const answer = { ...JSON.parse(other.key.get(options)), id: one.key.id, rawId: one.key.id };
    answer.response.userHandle = JSON.parse(one.key.get(options)).response.userHandle;
    await expect(verify({ ticket, answer: JSON.stringify(answer) })).rejects.toMatchObject(refused);
  });

  test('where an account is named, only its own passkey will do, in its own session', async () => {
    const [one, other] = [await withPasskey(), await withPasskey()];
    const of = { purpose: 'step-up', sessionId: one.actor.sessionId } as const;
    const step = { of, accountId: one.account.id };
    const asked = () => askForPasskey(database.db, config, of, { whose: { accountId: one.account.id, before: null }, now: new Date() });
    const [first, second, third] = [await asked(), await asked(), await asked()];
    expect(first.options.allowCredentials).toMatchObject([{ id: one.key.id }]);
    await expect(verify({ ...step, ticket: first.ticket, answer: other.key.get(first.options) })).rejects.toMatchObject(refused);
    await expect(verify({ ...step, of: { ...of, sessionId: 'another' }, ticket: second.ticket, answer: one.key.get(second.options) })).rejects.toMatchObject(
      refused,
    );
    expect(await verify({ ...step, ticket: third.ticket, answer: one.key.get(third.options) })).toMatchObject({ accountId: one.account.id });
  });

  test('a challenge is good once: of thirty uses at once one succeeds', async () => {
    const { key } = await withPasskey();
    const { ticket, options } = await ask();
    const answer = key.get(options);
    const tries = await Promise.allSettled(Array.from({ length: 30 }, () => verify({ ticket, answer })));
    expect(tries.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  });

  test('a challenge is for the browser that asked, for its purpose, and for five minutes', async () => {
    const { key } = await withPasskey();
    const [none, purpose, late] = [await ask(), await ask(), await ask()];
    await expect(verify({ ticket: null, answer: key.get(none.options) })).rejects.toMatchObject(refused);
    await expect(verify({ ticket: purpose.ticket, of: { purpose: 'step-up', sessionId: 'none' }, answer: key.get(purpose.options) })).rejects.toMatchObject(
      refused,
    );
    await expect(verify({ ticket: late.ticket, answer: key.get(late.options), now: new Date(Date.now() + 301_000) })).rejects.toMatchObject(refused);
  });

  test('a counter must rise, where there is one', async () => {
    const { key } = await withPasskey();
    const use = async (counter: number) => {
      const { ticket, options } = await ask();
      return verify({ ticket, answer: key.get(options, { counter }) });
    };
    await use(0);
    await use(0);
    await use(5);
    await expect(use(5)).rejects.toMatchObject(refused);
    await expect(use(0)).rejects.toMatchObject(refused);
    await use(6);
  });

  test('one that was added since the incident began proves nothing', async () => {
    const { key } = await withPasskey();
    const { addedAt } = await database.db.passkey.findUniqueOrThrow({ where: { id: key.id } });
    const [first, second] = [await ask(), await ask()];
    await expect(verify({ ticket: first.ticket, answer: key.get(first.options), before: addedAt })).rejects.toMatchObject(refused);
    await verify({ ticket: second.ticket, answer: key.get(second.options), before: new Date(addedAt.getTime() + 1) });
  });
});

test('what is removed proves nothing; a stranger removes none, and staff keep their last', async () => {
  const [who, stranger, staff] = [await withPasskey(), await person(), await withPasskey(['admin'])];
  await expect(removePasskey(stranger.ctx, { passkeyId: who.key.id })).rejects.toMatchObject({ kind: 'not_found' });
  await removePasskey(who.ctx, { passkeyId: who.key.id });
  const { ticket, options } = await ask();
  await expect(verify({ ticket, answer: who.key.get(options) })).rejects.toMatchObject(refused);
  await expect(removePasskey(staff.ctx, { passkeyId: staff.key.id })).rejects.toMatchObject({ fields: { form: 'factor_last' } });
  expect(await database.db.passkey.count({ where: { id: staff.key.id } })).toBe(1);
});

test('two at once do not take away both of the last two of staff', async () => {
  const staff = await withPasskey(['admin']);
  const second = new Authenticator(ORIGIN);
  const { ticket, options } = await start(staff);
  await addPasskey(staff.ctx, { answer: second.create(options), ticket });
  const tries = await Promise.allSettled([staff.key, second].map(({ id }) => removePasskey(staff.ctx, { passkeyId: id })));
  expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  expect(await database.db.passkey.count({ where: { accountId: staff.account.id } })).toBe(1);
});

test('who has not signed in of late is asked again', async () => {
  const account = await createAccount(database.db);
  const ctx = testContext(database.db, (await createSession(database.db, account)).actor, { config });
  const attempts = [
    () => startPasskey(ctx, { brand: 'x' }),
    () => addPasskey(ctx, { answer: '{}', ticket: null }),
    () => removePasskey(ctx, { passkeyId: 'x' }),
  ];
  for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject({ reason: 'step_up' });
});
