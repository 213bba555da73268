import { randomUUID } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { encode } from 'next-auth/jwt';
import pg from 'pg';
import { secretId } from '#domain/core/secret.ts';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { type BenchSite, startBenchSite } from '../bench-site.ts';
import { atLeast, type Line } from '../line.ts';

const CHANGES = 1_000;
/** More than can be hashed at once, fewer than may wait. */
const AT_ONCE = 8;
const OLD = 'violet kettle runs north';
const NEXT = 'a quiet harbour at six';

/** Changes of the password over HTTP, each on a proof that was given before, against what each cannot do without: two bare hashes, the present one's and the new one's. */
export async function measure(): Promise<Line[]> {
  const site = await startBenchSite({});
  try {
    const cookies = await fill(site);
    await change(site, cookies.slice(0, CHANGES / 10));
    const changes = CHANGES / (await seconds(() => change(site, cookies.slice(CHANGES / 10))));
    const bare = CHANGES / (await seconds(() => inParallel(Array.from({ length: CHANGES }), availableParallelism(), twoHashes)));
    return [
      atLeast('password changes a second against two bare hashes each', changes / bare, 0.8, '×', { 'changes a second': changes, 'bare pairs a second': bare }),
    ];
  } finally {
    await site.stop();
  }
}

async function twoHashes(): Promise<void> {
  await hashPassword(OLD);
  await hashPassword(NEXT);
}

/** Accounts that are signed in and have shown that they are theirs; the cookie of each. */
async function fill({ databaseUrl, environment, url }: BenchSite): Promise<string[]> {
  const count = CHANGES + CHANGES / 10;
  const hash = await hashPassword(OLD);
  const secrets = Array.from({ length: count }, () => `${randomUUID()}-bench`);
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  await client.query(
    `INSERT INTO "Account" (email, "emailKey", "passwordHash", "passwordVersion", market, locale, roles, "createdAt")
      SELECT a, a, $1, 1, 'SE', 'en', '{}', now() FROM (SELECT 'c' || n || '@bench.example' AS a FROM generate_series(1, ${count}) n) s`,
    [hash],
  );
  await client.query(
    `INSERT INTO "Session" (id, "accountId", "createdAt", "authenticatedAt", "lastSeenAt", "expiresAt", device, network)
      SELECT s.id, a.id, now(), now(), now(), now() + interval '30 days', 'bench', '192.0.2.0/24'
      FROM unnest($1::text[]) WITH ORDINALITY AS s(id, n) JOIN "Account" a ON a."emailKey" = 'c' || s.n || '@bench.example'`,
    [secrets.map(secretId)],
  );
  await client.query(
    `INSERT INTO "ProofGrant" (id, "sessionId", purpose, proof, "passwordVersion", "expiresAt")
      SELECT s.id, s.id, 'change-password', 'email_code', 1, now() + interval '1 hour' FROM "Session" s`,
  );
  await client.query('VACUUM ANALYZE');
  await client.end();
  const name = `candor.session.${new URL(url).port}`;
  const token = (sid: string) => encode({ token: { sid }, secret: environment.CANDOR_SECRET as string, maxAge: 3600 });
  return Promise.all(secrets.map(async (secret) => `${name}=${await token(secret)}`));
}

async function change({ url }: BenchSite, cookies: string[]): Promise<void> {
  await inParallel(cookies, AT_ONCE, async (cookie) => {
    const body = new URLSearchParams({ next: NEXT, confirm: NEXT, signOutOthers: 'on', username: '' });
    const headers = { origin: url, cookie, 'content-type': 'application/x-www-form-urlencoded' };
    const answer = await fetch(`${url}/account/password/new`, { method: 'POST', redirect: 'manual', headers, body });
    await answer.arrayBuffer();
    if (answer.status !== 303) throw new Error(`A change answers ${answer.status}`);
  });
}

async function inParallel<T>(items: T[], atOnce: number, work: (item: T) => Promise<void>): Promise<void> {
  const rest = items.values();
  const one = async () => {
    for (const item of rest) await work(item);
  };
  await Promise.all(Array.from({ length: atOnce }, one));
}

async function seconds(work: () => Promise<void>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1_000;
}
