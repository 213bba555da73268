import { mkdtemp, rm } from 'node:fs/promises';
import { randomUUID } from 'node:crypto';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { type Config, readConfig } from '#config';
import { readStatus } from '#domain/status/read-status.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import { sessionId } from '#domain/sessions/secret.ts';
import { startPostgres } from '#scripts/support/postgres.ts';
import { openDatabase } from '#domain/core/database.ts';
import { migrate } from '#server/migrate.ts';
import { atMost, type Line, quantile } from './line.ts';
import { builtProof } from '#server/built-proof.ts';
import { publishStory } from './story.ts';

const SMALL = 1_000;
const LARGE = 1_000_000;
const WARM_UP = 300;
const SAMPLES = 3_000;

/** One private request's reading (session, then status) over a thousand and over a million accounts, in alternation. */
export async function measure(): Promise<Line[]> {
  const dir = await mkdtemp(join(tmpdir(), 'candor-bench-'));
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres'), settings: ['shared_buffers=512MB'] });
  try {
    const small = await side(postgres.url('postgres'), postgres.url('small'), SMALL);
    const large = await side(postgres.url('postgres'), postgres.url('large'), LARGE);
    const times: { small: number[]; large: number[] } = { small: [], large: [] };
    for (let number = -WARM_UP; number < SAMPLES; number += 1) {
      for (const [name, one] of [
        ['small', small],
        ['large', large],
      ] as const) {
        const began = performance.now();
        await one.read();
        if (number >= 0) times[name].push(performance.now() - began);
      }
    }
    await small.close();
    await large.close();
    const raw = {
      '1 k p50 ms': quantile(times.small, 0.5),
      '1 M p50 ms': quantile(times.large, 0.5),
      '1 k p99 ms': quantile(times.small, 0.99),
      '1 M p99 ms': quantile(times.large, 0.99),
    };
    return [atMost('account status, 1 M accounts against 1 k, p50', raw['1 M p50 ms'] / raw['1 k p50 ms'], 1.3, '×', raw)];
  } finally {
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

const secretOf = (number: number) => `bench-secret-${number}`;

async function side(adminUrl: string, url: string, accounts: number) {
  await statement(adminUrl, `CREATE DATABASE ${new URL(url).pathname.slice(1)}`);
  await migrate(url);
  const config: Config = readConfig({ CANDOR_URL: 'http://localhost:1', DATABASE_URL: url, CANDOR_SECRET: randomUUID(), LOG_LEVEL: 'silent' });
  const { db, close } = openDatabase(url);
  const ctx = { db, now: new Date(), config, requestId: randomUUID(), renderEdition: builtProof(config.url.origin) };
  await statement(
    url,
    `
    INSERT INTO "Account" (email, "emailKey", market, locale, roles, "createdAt", "lastSignInAt")
    SELECT 'a' || n || '@bench.example', 'a' || n || '@bench.example', 'SE', 'en', '{}', now(), now() FROM generate_series(1, ${accounts}) n`,
  );
  await statement(url, `INSERT INTO "AppInstall" SELECT id, 'one', 'android', '0.9.1', now() FROM "Account"`);
  // Every session that is read has a secret; the others only fill the table.
  await statement(url, `INSERT INTO "Session" SELECT md5(id::text) || md5(id::text), id, now(), now(), now(), 'bench', '192.0.2.0/24' FROM "Account"`);
  for (let number = 1; number <= SMALL; number += 1) {
    const at = new Date(Date.now() + 60_000);
    await db.session.create({
      data: {
        id: sessionId(secretOf(number)),
        accountId: BigInt(number * (accounts / SMALL)),
        createdAt: at,
        authenticatedAt: at,
        lastSeenAt: at,
        device: 'bench',
        network: '192.0.2.0/24',
      },
    });
  }
  await publishStory({ ...ctx, actor: { kind: 'operator', as: 'bench', reason: 'bench' } });
  await statement(url, 'VACUUM ANALYZE');
  let turn = 0;
  return {
    close,
    async read() {
      turn = (turn % SMALL) + 1;
      const session = await resumeSession(db, secretOf(turn), ctx.now);
      if (session.kind !== 'live') throw new Error(`session ${turn} is ${session.kind}`);
      await readStatus({ ...ctx, actor: session.actor }, {});
    },
  };
}

async function statement(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
