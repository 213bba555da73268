import { createHash } from 'node:crypto';
import pg from 'pg';
import { inject } from 'vitest';
import { type TestDatabase, testDatabase } from './database.ts';
import { TEMPLATE } from './run/cluster.ts';

/**
 * A database of its own for one test file, a copy of one that is filled once a run: whoever needs it first fills it, and others wait.
 * `told` is what filling it came to, as JSON carries it.
 */
export async function filledDatabase<Told>(name: string, fill: (url: string) => Promise<Told>): Promise<{ database: TestDatabase; told: Told }> {
  const server = inject('postgres');
  const filled = `filled_${createHash('sha256').update(name).digest('hex').slice(0, 16)}`;
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  try {
    await client.query('SELECT pg_advisory_lock(hashtext($1))', [filled]);
    const found = await client.query<{ told: string | null }>(`SELECT shobj_description(oid, 'pg_database') AS told FROM pg_database WHERE datname = $1`, [
      filled,
    ]);
    let told = found.rows[0]?.told;
    if (!told) {
      // Of one who failed half-way.
      await client.query(`DROP DATABASE IF EXISTS ${filled}`);
      await client.query(`CREATE DATABASE ${filled} TEMPLATE ${TEMPLATE} STRATEGY FILE_COPY`);
      told = JSON.stringify({ told: await fill(Object.assign(new URL(server), { pathname: `/${filled}` }).href) });
      await client.query(`COMMENT ON DATABASE ${filled} IS ${client.escapeLiteral(told)}`);
    }
    return { database: await testDatabase({ from: filled }), told: (JSON.parse(told) as { told: Told }).told };
  } finally {
    // Ends the lock, too.
    await client.end();
  }
}
