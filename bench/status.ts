import { randomUUID } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { readConfig } from '#config';
import { openDatabase } from '#domain/core/postgres/database.ts';
import { secretId } from '#domain/core/secret.ts';
import { readStatus } from '#domain/status/read-status.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import { startPostgres } from '#scripts/support/postgres.ts';
import { builtProof } from '#server/built-proof.ts';
import { migrate } from '#server/migrate.ts';
import { atMost, type Line, quantile } from './line.ts';
import { publishStory } from './story.ts';

const FEW = 1_000;
const MANY = 1_000_000;
const INCIDENTS = 500;
const WARM_UP = 300;
const SAMPLES = 3_000;

interface Side {
  read(): Promise<void>;
  close(): Promise<void>;
}

/** One private request's reading (session, then status): over a thousand and over a million accounts, and with 2 and with 500 published incidents. */
export async function measure(): Promise<Line[]> {
  const dir = await mkdtemp(join(tmpdir(), 'candor-bench-'));
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres'), settings: ['shared_buffers=512MB'] });
  try {
    const make = (name: string, accounts: number, incidents: number) => side(postgres.url('postgres'), postgres.url(name), accounts, incidents);
    const [few, many, history] = [await make('few', FEW, 0), await make('many', MANY, 0), await make('history', FEW, INCIDENTS)];
    const accounts = await alternate(few, many);
    const incidents = await alternate(few, history);
    for (const each of [few, many, history]) await each.close();
    return [
      atMost('account status, 1 M accounts against 1 k, p50', accounts.b50 / accounts.a50, 1.3, '×', {
        '1 k p50 ms': accounts.a50,
        '1 M p50 ms': accounts.b50,
        '1 k p99 ms': accounts.a99,
        '1 M p99 ms': accounts.b99,
      }),
      atMost(`account status, ${INCIDENTS} published incidents against 2, p50`, incidents.b50 / incidents.a50, 1.3, '×', {
        '2 p50 ms': incidents.a50,
        [`${INCIDENTS} p50 ms`]: incidents.b50,
        '2 p99 ms': incidents.a99,
        [`${INCIDENTS} p99 ms`]: incidents.b99,
      }),
    ];
  } finally {
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

/** Both sides in turn, so that a machine that slows down slows both. */
async function alternate(a: Side, b: Side): Promise<{ a50: number; b50: number; a99: number; b99: number }> {
  const times: [number[], number[]] = [[], []];
  for (let number = -WARM_UP; number < SAMPLES; number += 1) {
    for (const [index, each] of [a, b].entries()) {
      const began = performance.now();
      await each.read();
      if (number >= 0) times[index as 0 | 1].push(performance.now() - began);
    }
  }
  const [of, against] = times;
  return { a50: quantile(of, 0.5), b50: quantile(against, 0.5), a99: quantile(of, 0.99), b99: quantile(against, 0.99) };
}

const secretOf = (number: number) => `bench-secret-${number}`;

async function side(adminUrl: string, url: string, accounts: number, incidents: number): Promise<Side> {
  await statements(adminUrl, [`CREATE DATABASE ${new URL(url).pathname.slice(1)}`]);
  await migrate(url);
  const config = readConfig({ CANDOR_URL: 'http://localhost:1', DATABASE_URL: url, CANDOR_SECRET: randomUUID(), LOG_LEVEL: 'silent' });
  const { db, close } = openDatabase(url);
  const ctx = { db, config, requestId: randomUUID(), renderEdition: builtProof(config.url.origin) };
  const sessions = Array.from({ length: FEW }, (_, index) => `('${secretId(secretOf(index + 1))}', ${(index + 1) * (accounts / FEW)})`);
  await statements(url, [
    `INSERT INTO "Account" (email, "emailKey", market, locale, roles, "createdAt", "lastSignInAt")
      SELECT 'a' || n || '@bench.example', 'a' || n || '@bench.example', 'SE', 'en', '{}', now(), now() FROM generate_series(1, ${accounts}) n`,
    `INSERT INTO "AppInstall" SELECT id, 'one', 'android', '0.9.1', now() FROM "Account"`,
    // Every session that is read has a secret; the others only fill the table.
    `INSERT INTO "Session" (id, "accountId", "createdAt", "authenticatedAt", "lastSeenAt", "expiresAt", device, network)
      SELECT md5(id::text) || md5(id::text), id, now(), now(), now(), now() + interval '30 days', 'bench', '192.0.2.0/24' FROM "Account"`,
    `INSERT INTO "Session" (id, "accountId", "createdAt", "authenticatedAt", "lastSeenAt", "expiresAt", device, network)
      SELECT s.id, s.account, t, t, t, t + interval '30 days', 'bench', '192.0.2.0/24'
      FROM (VALUES ${sessions.join()}) AS s(id, account), (SELECT now() + interval '1 minute' AS t) AS times`,
  ]);
  await publishStory({ ...ctx, actor: { kind: 'operator', as: 'bench', reason: 'bench' } });
  if (incidents > 0) await statements(url, history(incidents));
  await statements(url, ['VACUUM ANALYZE']);
  let turn = 0;
  return {
    close,
    async read() {
      turn = (turn % FEW) + 1;
      const session = await resumeSession(db, secretOf(turn));
      if (session.kind !== 'live') throw new Error(`session ${turn} is ${session.kind}`);
      await readStatus({ ...ctx, actor: session.actor, now: session.now }, {});
    },
  };
}

/** Incidents like the story's newest one, published and over, each with a list that no reader stands in and an order for it. */
function history(incidents: number): string[] {
  return [
    `INSERT INTO "Incident" (slug, title, "detectedAt") SELECT 'bench-' || n, 'bench', now() - n * interval '1 day' FROM generate_series(1, ${incidents}) n`,
    `INSERT INTO "FactsRevision" ("incidentId", json, hash, "createdAt")
      SELECT i.id, f.json, 'bench-' || i.id, now() FROM "Incident" i, (SELECT json FROM "FactsRevision" ORDER BY id DESC LIMIT 1) f WHERE i.title = 'bench'`,
    `INSERT INTO "Post" (kind, "incidentId", slug) SELECT 'advisory', id, slug FROM "Incident" WHERE title = 'bench'`,
    `INSERT INTO "Update" ("postId", slug, status, at) SELECT id, 'over', 'resolved', now() FROM "Post" WHERE slug LIKE 'bench-%'`,
    ...['NULL', 'u.id'].map(
      (update) => `INSERT INTO "Publication" ("postId", "updateId", locale, "revisionId", "factsRevisionId", "renderingId", "editionNumber", "publishedAt")
        SELECT o.id, ${update}, 'en', p."revisionId", f.id, p."renderingId", p."editionNumber", now()
        FROM "Post" o JOIN "Update" u ON u."postId" = o.id JOIN "FactsRevision" f ON f."incidentId" = o."incidentId",
          (SELECT * FROM "Publication" ORDER BY id DESC LIMIT 1) p WHERE o.slug LIKE 'bench-%'`,
    ),
    `INSERT INTO "Cohort" ("incidentId", name, size, staff, "countedAt") SELECT id, 'others', 1, 0, now() FROM "Incident" WHERE title = 'bench'`,
    `INSERT INTO "RequiredAction" ("cohortId", kind, since, state) SELECT id, 'sign_in_again', now() - interval '1 hour', 'active' FROM "Cohort" WHERE name = 'others'`,
  ];
}

async function statements(url: string, all: string[]): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  for (const sql of all) await client.query(sql);
  await client.end();
}
