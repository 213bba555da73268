import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import type { Context } from '#domain/core/context.ts';

/** Characters that go to the server at once: a write for each row would cost more than the row. */
const CHUNK_LENGTH = 64 * 1024;

/** Runs `work` on a connection of its own, past any pooler and without a limit of time; it is closed afterwards. */
export async function onOwnConnection<T>({ config }: Pick<Context, 'config'>, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: config.databaseDirectUrl, connectionTimeoutMillis: 3_000, keepAlive: true });
  // A connection that breaks at rest makes the next statement fail, which is told.
  client.on('error', () => undefined);
  try {
    await client.connect();
    return await work(client);
  } finally {
    await client.end().catch(() => undefined);
  }
}

/**
 * Streams rows into a table by one COPY: as fast as the server takes them, in memory that does not grow with their number. `target` is the
 * table with its columns, as SQL. A row is its columns' values; null is NULL. Resolves with the number of rows; whatever `rows` throws ends the COPY with nothing added.
 */
export async function copyIn(
  client: pg.Client,
  target: string,
  rows: Iterable<readonly (string | null)[]> | AsyncIterable<readonly (string | null)[]>,
): Promise<number> {
  const copy = client.query(from(`COPY ${target} FROM STDIN`));
  await pipeline(Readable.from(chunks(rows), { objectMode: true, highWaterMark: 2 }), copy);
  return copy.rowCount;
}

function chunks(rows: Iterable<readonly (string | null)[]> | AsyncIterable<readonly (string | null)[]>): Iterable<string> | AsyncIterable<string> {
  return Symbol.asyncIterator in rows ? later(rows) : atOnce(rows);
}

/** Without a promise for each row, which would cost as much as the row. */
function* atOnce(rows: Iterable<readonly (string | null)[]>): Generator<string> {
  let text = '';
  for (const row of rows) {
    text += line(row);
    if (text.length < CHUNK_LENGTH) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

async function* later(rows: AsyncIterable<readonly (string | null)[]>): AsyncGenerator<string> {
  let text = '';
  for await (const row of rows) {
    text += line(row);
    if (text.length < CHUNK_LENGTH) continue;
    yield text;
    text = '';
  }
  if (text !== '') yield text;
}

function line(row: readonly (string | null)[]): string {
  let [text, before] = ['', ''];
  for (const value of row) {
    text += before + field(value);
    before = '\t';
  }
  return `${text}\n`;
}

const ESCAPES: Record<string, string> = { '\\': '\\\\', '\t': '\\t', '\n': '\\n', '\r': '\\r' };
const ESCAPED = /[\\\t\n\r]/;
const EACH_ESCAPED = /[\\\t\n\r]/g;

/** A value in COPY's text format. Few hold anything to escape, and looking is cheaper than replacing. */
function field(value: string | null): string {
  if (value === null) return '\\N';
  return ESCAPED.test(value) ? value.replace(EACH_ESCAPED, (found) => ESCAPES[found] as string) : value;
}
