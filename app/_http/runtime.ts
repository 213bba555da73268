import 'server-only';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import pino from 'pino';
import { type Config, readConfig } from '#config';
import { loadStylesheet, type Stylesheet } from '#documents/stylesheet.ts';
import { type EditionFiles, openEditionFiles } from '#domain/publishing/edition-files.ts';
import { PrismaClient } from '#generated/prisma/client.ts';

interface Runtime {
  config: Config;
  db: PrismaClient;
  editions: EditionFiles;
  stylesheet: Promise<Stylesheet>;
  log: pino.Logger;
}

const KEY = Symbol.for('candor.runtime');
/** Connections of one process. */
const POOL_SIZE = 10;

/** What lives as long as the process. Next may load this module more than once: they share one. */
export function runtime(): Runtime {
  const shared = globalThis as { [KEY]?: Runtime };
  shared[KEY] ??= start();
  return shared[KEY];
}

function start(): Runtime {
  const config = readConfig();
  const pool = new pg.Pool({ connectionString: config.databaseUrl, max: POOL_SIZE, connectionTimeoutMillis: 3_000 });
  // An idle connection that breaks is replaced by the pool; the request that needs one gets its own error.
  pool.on('error', () => undefined);
  return {
    config,
    db: new PrismaClient({ adapter: new PrismaPg(pool) }),
    editions: openEditionFiles(config.dataDir),
    stylesheet: loadStylesheet(process.cwd()),
    log: pino({ level: config.logLevel }),
  };
}
