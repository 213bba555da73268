import { readdir, readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { PrismaPg } from '@prisma/adapter-pg';
import { bindMigrationAwareSqlAdapterFactory } from '@prisma/driver-adapter-utils';
import type { MigrationList, SchemaEngine } from '@prisma/schema-engine-wasm';
import { Logger, runMigrations } from 'graphile-worker';
import pg from 'pg';
import { OperatorError } from '#config/operator-error.ts';
import { isDatabaseAway } from '#domain/core/postgres/unavailable.ts';

/** Tables and enums that somebody else manages: none in our schema. */
export const NO_FILTERS = { externalTables: [], externalEnums: [] };

/**
 * Brings a database up to this build: Prisma's migrations by its WebAssembly engine, so that nothing is downloaded,
 * then graphile-worker's own; answers the names of ours that were applied. Runs in the checkout's root. Safe to repeat and to run twice at once: the engine holds a lock.
 */
export async function migrate(databaseUrl: string): Promise<string[]> {
  const migrationsList = await readMigrations(resolve('prisma/migrations'));
  const { appliedMigrationNames } = await withSchemaEngine(databaseUrl, (engine) => engine.applyMigrations({ migrationsList, filters: NO_FILTERS })).catch(
    (cause: unknown) => {
      if (isDatabaseAway(cause)) throw cause;
      throw new OperatorError('The migrations could not be applied. candor doctor names one that began and did not end; the database’s log says why.', {
        cause,
      });
    },
  );
  await runMigrations({ connectionString: databaseUrl, logger: new Logger(() => () => undefined) });
  return appliedMigrationNames;
}

/** The engine on a pool of its own, closed afterwards: a lingering connection keeps a database from being copied. */
export async function withSchemaEngine<T>(databaseUrl: string, work: (engine: SchemaEngine) => Promise<T>): Promise<T> {
  loading ??= loadEngine();
  const engine = await loading;
  const pool = new pg.Pool({ connectionString: databaseUrl, max: 2 });
  try {
    const adapter = bindMigrationAwareSqlAdapterFactory(new PrismaPg(pool));
    return await work(await engine.SchemaEngine.new({ datamodels: undefined }, () => undefined, adapter));
  } finally {
    await pool.end();
  }
}

/** Once a process: the glue keeps one instance, and a second would pull it from under the first. */
let loading: ReturnType<typeof loadEngine> | undefined;

/** Instantiated by hand and late: the package's own entry makes Node 24 warn that importing WebAssembly is experimental. */
async function loadEngine() {
  const glue = await import('@prisma/schema-engine-wasm/schema_engine_bg');
  const entry = createRequire(import.meta.url).resolve('@prisma/schema-engine-wasm');
  const module = await WebAssembly.compile(await readFile(join(dirname(entry), 'schema_engine_bg.wasm')));
  const { exports } = await WebAssembly.instantiate(module, { './schema_engine_bg.js': glue });
  glue.__wbg_set_wasm(exports);
  (exports.__wbindgen_start as () => void)();
  return glue;
}

/** What this build's database has applied, oldest first. */
export async function migrationNames(baseDir = resolve('prisma/migrations')): Promise<string[]> {
  const entries = await readdir(baseDir, { withFileTypes: true });
  return entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();
}

/** The folder of migrations as the engine wants it: every file's text, oldest first. */
async function readMigrations(baseDir: string): Promise<MigrationList> {
  const names = await migrationNames(baseDir);
  return {
    baseDir,
    lockfile: { path: 'migration_lock.toml', content: await readFile(join(baseDir, 'migration_lock.toml'), 'utf8').catch(() => null) },
    shadowDbInitScript: '',
    migrationDirectories: await Promise.all(
      names.map(async (name) => ({
        path: name,
        migrationFile: { path: 'migration.sql', content: { tag: 'ok' as const, value: await readFile(join(baseDir, name, 'migration.sql'), 'utf8') } },
      })),
    ),
  };
}
