import { readConfig } from '#config';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import type { Account, PrismaClient } from '#generated/prisma/client.ts';
import { createAccount, createSession } from '#tests/support/accounts.ts';
import type { Served } from '#tests/support/serve.ts';
import { sessionCookie } from '../../../app/_auth/session-cookie.ts';
import { type Sender, strangers } from './attack.ts';

/** The password that each of them has. */
const PASSWORD = 'a velvet harbour of nine kettles';

/** Somebody who was made for one attack. */
export interface Person {
  as: Sender;
  account: Account;
  /** As a Cookie field has it; empty for a visitor. */
  cookie: string;
  /** What fills a field of a form in rightly, by its name, or would for somebody else; new passwords are other ones each time. */
  right(field: string): string;
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
    const account = await createAccount(db, { passwordHash, demo: true, roles: as === 'staff' ? ['admin', 'responder'] : [] });
    if (as === 'restricted') await db.cohortMember.create({ data: { accountId: account.id, cohortId: asked } });
    const now = new Date();
    const times = { createdAt: now, authenticatedAt: now, lastSeenAt: now };
    const [mine, elsewhere] = [
      await createSession(db, account, { ...times, ...(as === 'stale' && { endedAt: now }) }),
      await createSession(db, account, times),
    ];
    const { name, value } = await sessionCookie(config, mine.secret);
    const cookie = as === 'visitor' ? '' : `${name}=${as === 'forged' ? flipped(value) : value}`;
    const secrets = new Set<string>();
    const words: Record<string, () => string> = {
      email: () => account.email,
      username: () => account.email,
      password: () => PASSWORD,
      // Both fields of one form hold the same.
      next: () => `seven lanterns over a quiet canal ${++changes}`,
      confirm: () => `seven lanterns over a quiet canal ${changes}`,
      // Of nothing that was added: nothing is kept by it.
      keep: () => '0'.repeat(32),
      to: () => '/account',
      carried: () => '',
      code: () => '12345678',
      sessionId: () => elsewhere.session.id,
      [strangers('email')]: () => bystander.email,
      [strangers('sessionId')]: () => strange.id,
      signOutOthers: () => 'on',
    };
    return {
      as,
      account,
      cookie,
      secrets,
      right(field) {
        const value = words[field]?.() ?? 'x';
        if (['password', 'next', 'confirm'].includes(field)) secrets.add(value);
        return value;
      },
    };
  }

  return { enter, leave: (person: Person) => db.$executeRawUnsafe(remove, person.account.id) };
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
