import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '#generated/prisma/client.ts';

/** Connections of one process. */
const POOL_SIZE = 10;

/** A Prisma client on a pool of its own; `close` ends both, since a lingering connection keeps a database from being copied or dropped. */
export function openDatabase(url: string): { db: PrismaClient; close(): Promise<void> } {
  const pool = new pg.Pool({ connectionString: url, max: POOL_SIZE, connectionTimeoutMillis: 3_000 });
  // An idle connection that breaks is replaced by the pool; the request that needs one gets its own error.
  pool.on('error', () => undefined);
  const db = new PrismaClient({ adapter: new PrismaPg(pool) });
  return {
    db,
    async close() {
      await db.$disconnect();
      await pool.end().catch(() => undefined);
    },
  };
}
