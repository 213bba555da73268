import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '#config';
import { activateAction } from '#domain/actions/activate-action.ts';
import { withdrawAction } from '#domain/actions/withdraw-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import type { DoorContext } from '#domain/core/context.ts';
import { copyIn, onOwnConnection } from '#domain/core/postgres/copy-in.ts';
import { openDatabase } from '#domain/core/postgres/database.ts';
import { secretId } from '#domain/core/secret.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import { startPostgres } from '#scripts/support/postgres.ts';
import { builtProof } from '#server/built-proof.ts';
import { migrate } from '#server/migrate.ts';
import { atMost, type Line, quantile } from '../line.ts';
import { publishStory } from '../story.ts';

const ACCOUNTS = 1_000_000;
const WARM_UP = 30;
const ACTIVATIONS = 300;
const LISTED = 'bench-secret';

const address = (number: number) => `a${number}@bench.example`;

/** A list of a million addresses against their raw COPY; an order for one account against one for all; and how soon it holds. */
export async function measure(): Promise<Line[]> {
  const dir = await mkdtemp(join(tmpdir(), 'candor-bench-'));
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres'), settings: ['shared_buffers=512MB'] });
  const url = postgres.url('orders');
  await statements(postgres.url('postgres'), ['CREATE DATABASE orders']);
  await migrate(url);
  const { db, close } = openDatabase(url);
  try {
    const config = readConfig({ CANDOR_URL: 'http://localhost:1', DATABASE_URL: url, CANDOR_SECRET: randomUUID(), LOG_LEVEL: 'silent' });
    const actor = { kind: 'operator', as: 'bench', reason: 'bench' } as const;
    const ctx = { actor, db, config, requestId: randomUUID(), renderEdition: builtProof(config.url.origin) };
    await statements(url, [
      `INSERT INTO "Account" (email, "emailKey", market, locale, roles, "createdAt", "lastSignInAt")
        SELECT 'a' || n || '@bench.example', 'a' || n || '@bench.example', 'SE', 'en', '{}', now(), now() FROM generate_series(1, ${ACCOUNTS}) n`,
      `INSERT INTO "Session" (id, "accountId", "createdAt", "authenticatedAt", "lastSeenAt", "expiresAt", device, network)
        SELECT '${secretId(LISTED)}', id, now(), now(), now(), now() + interval '30 days', 'bench', '192.0.2.0/24' FROM "Account" WHERE "emailKey" = '${address(ACCOUNTS)}'`,
      'CREATE TABLE plain (address text)',
      'VACUUM ANALYZE',
    ]);
    await publishStory(ctx);
    const { slug: incidentSlug } = await db.incident.findFirstOrThrow({ orderBy: { detectedAt: 'desc' } });
    const { seconds, plain } = await defineList(ctx, incidentSlug);
    const holds = await untilRefused(ctx, incidentSlug);
    const { one, all } = await activations(ctx, incidentSlug);
    return [
      atMost('define a cohort of 1 M addresses against their raw COPY', seconds / plain, 40, '×', { 'define s': seconds, 'COPY s': plain }),
      atMost('activation for everyone of 1 M against one account, p50', all / one, 1.5, '×', { '1 account p50 ms': one, '1 M p50 ms': all }),
      atMost('sign_in_again for a list of 1 M until an old session is refused', holds, 1, 's', {}),
    ];
  } finally {
    await close();
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function* addresses(): AsyncGenerator<string> {
  for (let number = 1; number <= ACCOUNTS; number += 1) yield address(number);
}

async function* rows(): AsyncGenerator<[string]> {
  for await (const each of addresses()) yield [each];
}

/** Both in turn and twice; the better one counts, since a checkpoint falls on either. */
async function defineList(ctx: DoorContext, incidentSlug: string): Promise<{ seconds: number; plain: number }> {
  const best = { seconds: Number.POSITIVE_INFINITY, plain: Number.POSITIVE_INFINITY };
  for (const name of ['listed', 'listed-again']) {
    const plain = await secondsOf(() => onOwnConnection(ctx, (client) => copyIn(client, 'plain (address)', rows())));
    const seconds = await secondsOf(async () => {
      const { size } = await defineCohort(ctx, { incidentSlug, name, addresses: addresses(), dataInvolved: [], toldFirst: false });
      if (size !== ACCOUNTS) throw new Error(`The list holds ${size} accounts.`);
    });
    best.plain = Math.min(best.plain, plain);
    best.seconds = Math.min(best.seconds, seconds);
  }
  return best;
}

/** Seconds from the activation's call to the refusal of a session from before. */
async function untilRefused(ctx: DoorContext, incidentSlug: string): Promise<number> {
  const kindOf = async () => (await resumeSession(ctx.db, LISTED)).kind;
  if ((await kindOf()) !== 'live') throw new Error('The session does not live.');
  return secondsOf(async () => {
    await activateAction(ctx, { incidentSlug, cohort: 'listed', count: ACCOUNTS, kind: 'sign_in_again', proof: 'current' });
    while ((await kindOf()) !== 'asked_again');
  });
}

/** Orders for one account and for all, in turn; each is withdrawn, so that none costs the next. */
async function activations(ctx: DoorContext, incidentSlug: string): Promise<{ one: number; all: number }> {
  const single = await defineCohort(ctx, { incidentSlug, name: 'single', accountIds: ['1'], dataInvolved: [], toldFirst: false });
  const sides = [
    { cohort: 'single', count: single.size, times: [] as number[] },
    { cohort: 'everyone', count: ACCOUNTS, times: [] as number[] },
  ] as const;
  for (let number = -WARM_UP; number < ACTIVATIONS; number += 1) {
    // The first of a pair changes, too.
    for (const { cohort, count, times } of number % 2 === 0 ? sides : [...sides].reverse()) {
      const began = performance.now();
      const { actionId } = await activateAction(ctx, { incidentSlug, cohort, count, kind: 'change_password', proof: 'current' });
      if (number >= 0) times.push(performance.now() - began);
      await withdrawAction(ctx, { actionId });
    }
  }
  const [one, all] = sides;
  return { one: quantile(one.times, 0.5), all: quantile(all.times, 0.5) };
}

async function secondsOf(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return (performance.now() - began) / 1000;
}

async function statements(url: string, all: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const sql of all) await client.query(sql);
  await client.end();
}
