import { sessionCookie } from '#app/_auth/session-cookie.ts';
import { readConfig } from '#config';
import { relyingParty, userHandle } from '#domain/credentials/passkey/relying-party.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { newTotpSecret, sealTotpSecret } from '#domain/credentials/totp/totp-secret.ts';
import type { Account, PrismaClient } from '#generated/prisma/client.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import { Authenticator } from '#tests/support/factors/authenticator.ts';
import type { Served } from '#tests/support/serve.ts';
import { type Sender, strangers } from './attack.ts';
import { rightWords } from './right-words.ts';

/** The password that each of them has. */
const PASSWORD = 'a velvet harbour of nine kettles';
/** Before any incident. */
const LONG_AGO = new Date('2020-01-01');
const WHERE = { device: 'Firefox on Linux', network: '192.0.2.0/24' };

/** What of a sender is not as with most: roles, a second factor, and how far the session has come. */
const KINDS: Partial<Record<Sender, { staff?: true; factor?: true; session?: { level: 'factor' } | { awaitsFactor: true } | { endedAt: Date } }>> = {
  staff: { staff: true, factor: true, session: { level: 'factor' } },
  restricted: { factor: true, session: { level: 'factor' } },
  half: { factor: true, session: { awaitsFactor: true } },
  enrolling: { staff: true },
  stale: { session: { endedAt: new Date() } },
};
const WITHOUT_SESSION: readonly Sender[] = ['visitor', 'newcomer'];

/** Somebody who was made for one attack. */
export interface Person {
  as: Sender;
  account: Account;
  /** As a Cookie field has it; empty for who has no session. */
  cookie: string;
  /** What fills a field of a form in rightly, by its name, or would for somebody else; new passwords are other ones each time. `cookies` are by their name. */
  right(field: string, cookies: ReadonlyMap<string, string>): Promise<string>;
  /** A code that was asked for, by the ticket of the cookie, comes by mail. */
  mailArrives(ticket: string): Promise<void>;
  /** What must never be seen again: the passwords that were filled in. */
  secrets: Set<string>;
}

/** Makes people for attacks, and takes them away again. */
export async function peopleOf({ database: { db }, env }: Pick<Served, 'database' | 'env'>) {
  const config = readConfig(env);
  const passwordHash = await hashPassword(PASSWORD);
  const { id: asked } = await db.cohort.findFirstOrThrow({ where: { name: 'data-seen' } });
  const remove = await removal(db);
  const bystander = await createAccount(db, { passwordHash: await hashPassword(`not ${PASSWORD}`), demo: true });
  const { session: strange } = await createSession(db, bystander);
  let changes = 0;

  async function enter(as: Sender): Promise<Person> {
    const { staff, factor, session } = KINDS[as] ?? {};
    const hash = as === 'newcomer' ? {} : { passwordHash };
    const account = await createAccount(db, { ...hash, demo: true, roles: staff ? ['admin', 'responder'] : [] });
    const accountId = account.id;
    if (as === 'restricted') await db.cohortMember.create({ data: { accountId, cohortId: asked } });
    const key = new Authenticator(config.url.origin);
    const owner = { rp: relyingParty(config), user: { id: userHandle(config, accountId).toString('base64url') } };
    if (factor) {
      key.create({ ...owner, challenge: '' });
      await giveFactors(account, key);
    }
    const now = new Date();
    const times = { createdAt: now, authenticatedAt: now, lastSeenAt: now };
    const [mine, elsewhere] = [await createSession(db, account, { ...times, ...session }), await createSession(db, account, times)];
    const event = await db.securityEvent.create({ data: { accountId, at: now, kind: 'signed_in', ...WHERE } });
    const { name, value } = await sessionCookie(config, mine.secret);
    const cookie = WITHOUT_SESSION.includes(as) ? '' : `${name}=${as === 'forged' ? flipped(value) : value}`;
    const secrets = new Set<string>();
    const held = rightWords({ db, config, accountId, key, owner });
    const words: Record<string, () => string | Promise<string>> = {
      email: () => account.email,
      username: () => account.email,
      newEmail: () => `moved-${account.email}`,
      password: () => PASSWORD,
      // Both fields of one form hold the same.
      next: () => `seven lanterns over a quiet canal ${++changes}`,
      confirm: () => `seven lanterns over a quiet canal ${changes}`,
      // Of nothing that was added: nothing is kept by it.
      keep: () => '0'.repeat(32),
      to: () => '/account',
      carried: () => '',
      sessionId: () => elsewhere.session.id,
      sessionIds: () => elsewhere.session.id,
      eventId: () => String(event.id),
      passkeyId: () => key.id,
      ...held.codes,
      [strangers('email')]: () => bystander.email,
      [strangers('newEmail')]: () => bystander.email,
      [strangers('sessionId')]: () => strange.id,
      [strangers('sessionIds')]: () => strange.id,
      signOutOthers: () => 'on',
    };
    return {
      as,
      account,
      cookie,
      secrets,
      mailArrives: held.mailArrives,
      async right(field, cookies) {
        const value = field === 'answer' ? await held.answer(cookies) : await (words[field]?.() ?? 'x');
        if (['password', 'next', 'confirm'].includes(field)) secrets.add(value);
        return value;
      },
    };
  }

  /** An authenticator app and a passkey, from before any incident. */
  async function giveFactors({ id: accountId }: Account, key: Authenticator): Promise<void> {
    const secret = sealTotpSecret(config.secret, accountId, newTotpSecret());
    await db.totpSecret.create({ data: { accountId, secret, addedAt: LONG_AGO, confirmedAt: LONG_AGO, ...WHERE } });
    const { id, publicKey, transports } = key;
    await db.passkey.create({ data: { id, accountId, publicKey, counter: 0n, transports, name: 'device', addedAt: LONG_AGO, ...WHERE } });
  }

  /** Somebody else has given the account another address, an hour ago. */
  async function moveAddress({ account: { id: accountId, email, emailKey, passwordHash } }: Person): Promise<void> {
    const toEmail = `moved-${email}`;
    await db.account.update({ where: { id: accountId }, data: { email: toEmail, emailKey: toEmail } });
    const at = new Date(Date.now() - 3_600_000);
    await db.addressChange.create({ data: { accountId, fromEmail: email, fromKey: emailKey, toEmail, at, passwordHash, ...WHERE } });
  }

  return { enter, moveAddress, leave: (person: Person) => db.$executeRawUnsafe(remove, person.account.id) };
}

/** A token that was changed in one place of its encrypted part. */
function flipped(token: string): string {
  const at = token.length - 30;
  return `${token.slice(0, at)}${token[at] === 'A' ? 'B' : 'A'}${token.slice(at + 1)}`;
}

/** One statement that deletes an account ($1) with every row that names it. */
async function removal(db: PrismaClient): Promise<string> {
  const owned = await db.$queryRaw<{ name: string }[]>`
    SELECT table_name AS name FROM information_schema.columns WHERE table_schema = 'public' AND column_name = 'accountId'`;
  const parts = owned.map(({ name }, index) => `part${index} AS (DELETE FROM "${name}" WHERE "accountId" = $1)`);
  return `WITH ${parts.join(', ')} DELETE FROM "Account" WHERE id = $1`;
}
