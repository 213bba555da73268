import { randomUUID } from 'node:crypto';
import type { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout } from 'node:timers/promises';
import type pg from 'pg';
import { to } from 'pg-copy-streams';
import { copyIn } from '#domain/core/postgres/copy-in.ts';
import { Conflict } from '#domain/core/errors.ts';
import type { Chunk, ImportSource, Position } from './import-source.ts';
import type { rowJudge } from './judge-row.ts';

/** PostgreSQL's number of the lock under which one import at a time stages and merges. */
export const IMPORT_LOCK = 4_823_101;

/** What stands ready to be merged. */
export interface Staged {
  runId: string;
  rows: number;
  staged: number;
  rejected: number;
}

interface Run {
  id: string;
  position: Position;
  rows: number;
}

/** Times and milliseconds between them: longer than the server takes to see that a killed import is gone. */
const LOCK_TRIES = 12;
const LOCK_EVERY_MS = 250;

/** Takes the lock of imports, which goes with the connection. Throws Conflict `import_running` while another import has it. */
export async function lockImports(client: pg.Client): Promise<void> {
  for (let tries = 0; tries < LOCK_TRIES; tries += 1) {
    const { rows } = await client.query<{ free: boolean }>('SELECT pg_try_advisory_lock($1) AS free', [IMPORT_LOCK]);
    if (rows[0]?.free) return;
    await setTimeout(LOCK_EVERY_MS);
  }
  throw new Conflict('import_running', 'Another import is under way. Start this one again when it is over.');
}

/**
 * Stages what the source holds, in chunks: each is committed together with how far it came and with the digest of all that was read. Where an
 * earlier run of the same text and options ended early, it goes on from there; of any other run nothing is kept. Of two rows of one
 * mailbox the first counts, the other is refused.
 */
export async function stageRows(client: pg.Client, source: ImportSource, judge: ReturnType<typeof rowJudge>, options: string): Promise<Staged> {
  // What a crash of the server could take is emptied by it altogether: nothing is gained by waiting for its disk.
  await client.query(`SET synchronous_commit = off`);
  await client.query(`SET work_mem = '128MB'`);
  await client.query(`SET client_connection_check_interval = 1000`);
  let run = await readRun(client, options);
  let chunks = run && (await source.read(run.position));
  if (!run || !chunks) {
    run = await startRun(client, options);
    chunks = (await source.read(null)) as AsyncIterable<Chunk>;
  }
  for await (const { rows, after } of chunks) {
    await client.query('BEGIN');
    run.rows += await stageChunk(client, rows, judge);
    const { bytes, lines, sha256 } = after;
    await client.query(
      'UPDATE account_import.run SET bytes = $1, lines = $2, sha256 = $3, rows = $4, "touchedAt" = date_trunc(\'milliseconds\', clock_timestamp())',
      [bytes, lines, sha256, run.rows],
    );
    await client.query('COMMIT');
  }
  await refuseRepeated(client);
  const { rows } = await client.query<{ staged: string; rejected: string }>(
    'SELECT (SELECT count(*) FROM account_import.staged) AS staged, (SELECT count(*) FROM account_import.rejected) AS rejected',
  );
  return { runId: run.id, rows: run.rows, staged: Number(rows[0]?.staged), rejected: Number(rows[0]?.rejected) };
}

/** Line and reason of each refused row as CSV, in the order of the lines. */
export async function writeRejected(client: pg.Client, into: Writable): Promise<void> {
  await pipeline(client.query(to('COPY (SELECT line, reason FROM account_import.rejected ORDER BY line) TO STDOUT (FORMAT csv, HEADER)')), into);
}

/** Empties what an import holds. */
export const EMPTY_IMPORT = 'TRUNCATE account_import.run, account_import.staged, account_import.rejected';

async function readRun(client: pg.Client, options: string): Promise<Run | null> {
  const { rows } = await client.query('SELECT id, bytes, lines, sha256, rows FROM account_import.run WHERE options = $1', [options]);
  const [row] = rows as [{ id: string; bytes: string; lines: string; sha256: string; rows: string }?];
  return row ? { id: row.id, position: { bytes: Number(row.bytes), lines: Number(row.lines), sha256: row.sha256 }, rows: Number(row.rows) } : null;
}

async function startRun(client: pg.Client, options: string): Promise<Run> {
  const id = randomUUID();
  await client.query('BEGIN');
  await client.query(EMPTY_IMPORT);
  await client.query(`INSERT INTO account_import.run VALUES ($1, $2, 0, '', 0, 0, date_trunc('milliseconds', clock_timestamp()))`, [id, options]);
  await client.query('COMMIT');
  return { id, position: { bytes: 0, lines: 0, sha256: '' }, rows: 0 };
}

/** Resolves with the number of rows, the refused ones too. */
async function stageChunk(client: pg.Client, rows: Chunk['rows'], judge: ReturnType<typeof rowJudge>): Promise<number> {
  const rejected: [string, string][] = [];
  function* good() {
    for (const row of rows) {
      const judged = judge(row);
      if (typeof judged === 'string') rejected.push([String(row.line), judged]);
      else yield [String(row.line), ...judged];
    }
  }
  const columns = 'line, email, "emailKey", market, locale, "createdAt", "passwordHash", "passwordChangedAt"';
  const staged = await copyIn(client, `account_import.staged (${columns})`, good());
  if (rejected.length > 0) await copyIn(client, 'account_import.rejected (line, reason)', rejected);
  return staged + rejected.length;
}

async function refuseRepeated(client: pg.Client): Promise<void> {
  await client.query(`
    WITH repeated AS (SELECT "emailKey", min(line) AS first FROM account_import.staged GROUP BY "emailKey" HAVING count(*) > 1),
    dropped AS (
      DELETE FROM account_import.staged s USING repeated r WHERE s."emailKey" = r."emailKey" AND s.line > r.first RETURNING s.line, r.first)
    INSERT INTO account_import.rejected SELECT line, 'same mailbox as line ' || first FROM dropped`);
}
