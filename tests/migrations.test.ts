import { readFile } from 'node:fs/promises';
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
