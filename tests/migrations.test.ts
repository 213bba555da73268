import { readdir, readFile } from 'node:fs/promises';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { migrate, NO_FILTERS, withSchemaEngine } from '#server/migrate.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';

let database: TestDatabase;

beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

async function rows(sql: string, url = database.url): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const result = await client.query(sql);
  await client.end();
  return result.rows;
}

/** All that a schema is made of, in words: columns, constraints, indexes and enums of `public`. */
const SHAPE = `
  SELECT format('%s.%s %s %s %s', table_name, column_name, udt_name || coalesce(datetime_precision::text, ''), is_nullable, column_default) AS part
    FROM information_schema.columns WHERE table_schema = 'public' AND table_name <> '_prisma_migrations'
  UNION ALL SELECT format('%s %s', conname, pg_get_constraintdef(oid)) FROM pg_constraint
    WHERE connamespace = 'public'::regnamespace AND conrelid <> coalesce(to_regclass('_prisma_migrations'), 0::regclass)
  UNION ALL SELECT indexdef FROM pg_indexes WHERE schemaname = 'public' AND tablename <> '_prisma_migrations'
  UNION ALL SELECT format('%s %s', typname, array_agg(enumlabel ORDER BY enumsortorder)) FROM pg_enum JOIN pg_type t ON t.oid = enumtypid GROUP BY typname
  ORDER BY 1`;

test('the migrations make the schema, and nothing else that Prisma knows of', async () => {
  const files = [{ path: 'schema.prisma', content: await readFile('prisma/schema.prisma', 'utf8') }];
  const empty = await testDatabase({ from: 'template0' });
  const to = { tag: 'schemaDatamodel' as const, files };
  const { stdout } = await withSchemaEngine(empty.url, (engine) =>
    engine.diff({ from: { tag: 'empty' }, to, script: true, exitCode: null, filters: NO_FILTERS }),
  );
  await rows(stdout as string, empty.url);
  const expected = await rows(SHAPE, empty.url);
  await empty.close();
  expect(expected.length).toBeGreaterThan(100);
  expect(await rows(SHAPE)).toEqual(expected);
});

test('migrating twice changes nothing, and Prisma’s own command line finds its table', async () => {
  const applied = 'SELECT migration_name, finished_at FROM _prisma_migrations ORDER BY id';
  const before = await rows(applied);
  await migrate(database.url);
  expect(await rows(applied)).toEqual(before);
  expect(before.every(({ finished_at }) => finished_at !== null)).toBe(true);
  expect(before.length).toBeGreaterThan(0);
});

test('the queue of jobs is there', async () => {
  const [job] = await rows(`SELECT max_attempts FROM graphile_worker.add_job('mail-code', '{}'::json, max_attempts := 12)`);
  expect(job).toEqual({ max_attempts: 12 });
});

/** Applies one migration's statements to a database, as the engine does. */
async function apply(name: string, url: string): Promise<void> {
  await rows(await readFile(`prisma/migrations/${name}/migration.sql`, 'utf8'), url);
}

test('what was published before publications named renderings is carried over', async () => {
  const { url, close } = await testDatabase({ from: 'template0' });
  for (const name of ['20261124000000_start', '20261124120000_pictures']) await apply(name, url);
  await rows(
    `INSERT INTO "Incident" (slug, title, "detectedAt") VALUES ('access', 'Access', now());
    INSERT INTO "FactsRevision" ("incidentId", json, hash, "createdAt") VALUES (1, '{"v": 1}', 'f1', now()), (1, '{"v": 2}', 'f2', now());
    INSERT INTO "Post" (kind, "incidentId", slug) VALUES ('advisory', 1, 'access'), ('note', NULL, 'how');
    INSERT INTO "Update" ("postId", slug, status, at) VALUES (1, 'first', 'monitoring', now());
    INSERT INTO "Revision" ("postId", "updateId", locale, source, "sourceHash", "createdAt")
      VALUES (1, NULL, 'en', '', 's1', now()), (1, 1, 'en', '', 's2', now()), (2, NULL, 'en', '', 's3', now());
    INSERT INTO "Rendering" ("sourceHash", "factsHash", toolchain, json)
      VALUES ('s1', 'f1', 't', '{"n": 11}'), ('s1', 'f2', 't', '{"n": 12}'), ('s2', 'f1', 't', '{"n": 21}'), ('s3', '', 't', '{"n": 30}'), ('s4', 'f1', 't', '{}');
    INSERT INTO "Edition" (number, "publishedAt", site) VALUES (1, now(), '{"brand": "A"}'), (2, now(), '{"brand": "B"}'), (3, now(), '{"brand": "A"}');
    INSERT INTO "Publication" ("postId", "updateId", locale, "revisionId", "factsRevisionId", "editionNumber", "publishedAt")
      VALUES (1, NULL, 'en', 1, 1, 1, now()), (1, 1, 'en', 2, 1, 1, now()), (2, NULL, 'en', 3, NULL, 1, now()), (1, NULL, 'en', 1, 2, 2, now()),
      (1, 1, 'en', 2, 2, 3, now())`,
    url,
  );
  // The last one was published with facts that it was never rendered with: its file was gone by then.
  await apply('20261125100000_publications_name_renderings', url);
  expect(await rows(`SELECT r.json FROM "Publication" p JOIN "Rendering" r ON r.id = p."renderingId" ORDER BY p.id`, url)).toEqual(
    [{ n: 11 }, { n: 21, status: 'monitoring' }, { n: 30 }, { n: 12 }, { n: 21, status: 'monitoring' }].map((json) => ({ json })),
  );
  expect(await rows(`SELECT number, json FROM "Edition" e JOIN "SiteRevision" s ON s.id = e."siteRevisionId" ORDER BY number`, url)).toEqual(
    ['A', 'B', 'A'].map((brand, index) => ({ number: index + 1, json: { brand } })),
  );
  // The site that is live is the same revision when it is pushed again.
  const sha = `encode(sha256(convert_to('{"brand":"A"}'::jsonb::text, 'UTF8')), 'hex')`;
  expect(await rows(`SELECT count(*)::int AS n FROM "SiteRevision" WHERE hash = ${sha}`, url)).toEqual([{ n: 1 }]);
  await close();
});

test('a cohort from before counts were kept with their time is counted by its list or rule', async () => {
  const { url, close } = await testDatabase({ from: 'template0' });
  const name = '20261128130000_paused_orders';
  const earlier = (await readdir('prisma/migrations')).filter((folder) => /^\d/.test(folder) && folder < name).sort();
  for (const each of earlier) await apply(each, url);
  await rows(
    `INSERT INTO "Account" (email, "emailKey", market, locale, roles, "createdAt", "disabledAt")
      SELECT n, n, CASE n WHEN 'a' THEN 'SE' ELSE 'NO' END, 'en', CASE n WHEN 'b' THEN '{admin}'::"Role"[] ELSE '{}' END, now(), CASE n WHEN 'c' THEN now() END
      FROM unnest('{a,b,c}'::text[]) n;
    INSERT INTO "Incident" (slug, title, "detectedAt") VALUES ('access', 'Access', now());
    INSERT INTO "Cohort" ("incidentId", name, rule, size)
      VALUES (1, 'list', NULL, 9), (1, 'all', '{"everyone": true}', 9), (1, 'no', '{"market": "NO"}', 9), (1, 'old', '{"createdBefore": "2020-01-01T00:00:00Z"}', 9);
    INSERT INTO "CohortMember" ("accountId", "cohortId") VALUES (2, 1), (3, 1)`,
    url,
  );
  await apply(name, url);
  expect(await rows(`SELECT name, size, staff, "countedAt" IS NOT NULL AS counted FROM "Cohort" ORDER BY id`, url)).toEqual([
    { name: 'list', size: 1, staff: 1, counted: true },
    { name: 'all', size: 2, staff: 1, counted: true },
    { name: 'no', size: 1, staff: 1, counted: true },
    { name: 'old', size: 0, staff: 0, counted: true },
  ]);
  await close();
});
