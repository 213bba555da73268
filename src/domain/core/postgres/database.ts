import { createHash } from 'node:crypto';
import { Socket } from 'node:net';
import { PrismaPg } from '@prisma/adapter-pg';
import pg from 'pg';
import { PrismaClient } from '#generated/prisma/client.ts';

/** Connections of one process. */
const POOL_SIZE = 10;

/** Milliseconds in which somebody who waits for a page learns that the database does not answer. */
export const REQUEST_ANSWER_MS = 4_000;
/** Milliseconds that a connection may idle: less than any time in which it must answer, so that none is cut at rest. */
const IDLE_MS = 3_000;

/**
 * A Prisma client on a pool of its own; `close` ends both, since a lingering connection keeps a database from being copied or dropped.
 * Given `answerMs`, a connection that says nothing for so many milliseconds is cut: a server that froze, or a network that lost it, closes
 * no socket. Without it a statement may take as long as it needs.
 */
export function openDatabase(url: string, { answerMs }: { answerMs?: number } = {}): { db: PrismaClient; close(): Promise<void> } {
  const pool = new pg.Pool({
    connectionString: url,
    max: POOL_SIZE,
    connectionTimeoutMillis: 3_000,
    ...(answerMs !== undefined && { idleTimeoutMillis: IDLE_MS, stream: () => impatientSocket(answerMs) }),
  });
  // An idle connection that breaks is replaced by the pool; the request that needs one gets its own error.
  pool.on('error', () => undefined);
  const db = new PrismaClient({ adapter: new PrismaPg(pool, { statementNameGenerator: statementNames() }) });
  return {
    db,
    async close() {
      await db.$disconnect();
      await pool.end().catch(() => undefined);
    },
  };
}

/** Cut, and not only given up: a statement that was left under way would keep its transaction open in the pool. */
function impatientSocket(answerMs: number): Socket {
  const socket = new Socket();
  return socket.setTimeout(answerMs, () => socket.destroy());
}

/** Statements that a connection keeps prepared: more than ours have, so that lists of many lengths can't fill the server's memory. */
const MAX_PREPARED = 500;

/** Names each statement by its text: the server then parses and plans it once a connection, which takes longer than running it. A pooler between must know prepared statements: PgBouncer from 1.21 on. */
function statementNames(): ({ sql }: { sql: string }) => string {
  const names = new Map<string, string>();
  return ({ sql }) => {
    const known = names.get(sql);
    if (known !== undefined) return known;
    // Without a name it is planned each time.
    if (names.size >= MAX_PREPARED) return '';
    const name = createHash('sha256').update(sql).digest('hex').slice(0, 32);
    names.set(sql, name);
    return name;
  };
}
