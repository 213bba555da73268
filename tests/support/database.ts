import { randomBytes } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { openDatabase } from '#domain/core/postgres/database.ts';
import { TEMPLATE } from './run/cluster.ts';

export interface TestDatabase {
  db: PrismaClient;
  url: string;
  close(): Promise<void>;
}

/** A migrated, empty database of its own for one test file: a copy of the run's template unless told otherwise, dropped by `close`. */
export async function testDatabase({ from = TEMPLATE }: { from?: string } = {}): Promise<TestDatabase> {
  const server = inject('postgres');
  const name = `test_${randomBytes(8).toString('hex')}`;
  await statement(server, `CREATE DATABASE ${name} TEMPLATE ${from} STRATEGY FILE_COPY`);
  const url = Object.assign(new URL(server), { pathname: `/${name}` }).href;
  const { db, close } = openDatabase(url);
  return {
    db,
    url,
    async close() {
      await close();
      await statement(server, `DROP DATABASE ${name} WITH (FORCE)`);
    },
  };
}

async function statement(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    await client.query(sql);
  } finally {
    await client.end();
  }
}
