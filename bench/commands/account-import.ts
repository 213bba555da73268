import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream, createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import pg from 'pg';
import { from } from 'pg-copy-streams';
import { startPostgres } from '#scripts/support/postgres.ts';
import { migrate } from '#server/migrate.ts';
import { atLeast, atMost, type Line } from '../line.ts';

const ROWS = 1_000_000;
const HASH = '$argon2id$v=19$m=19456,t=2,p=1$YmVuY2gtc2FsdC0wMDAx$wNbQh5iFqvVQ0rW3oXN1qgqk2x1wq8Q9bX8eG8bq2nA';
const AT = '2014-05-22T00:00:00Z';

/** The addresses of an export in the order of its customers' numbers: in no order of the alphabet. */
const email = (number: number) => `${((number * 2_654_435_761) % 2 ** 32).toString(36)}.${number}@mail${number % 50}.example`;

const FORMS = {
  CSV: { head: 'email,market,locale,created_at,password_hash,password_changed_at\n', row: (at: string) => `${at},SE,en,${AT},"${HASH}",${AT}\n` },
  NDJSON: {
    head: '',
    row: (at: string) => `${JSON.stringify({ email: at, market: 'SE', locale: 'en', created_at: AT, password_hash: HASH, password_changed_at: AT })}\n`,
  },
};

/** A million accounts by the importer, a process of its own, against a plain COPY of the same rows into a table with the columns and indexes of accounts. */
export async function measure(): Promise<Line[]> {
  const dir = await mkdtemp(join(tmpdir(), 'candor-bench-'));
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres'), settings: ['shared_buffers=512MB', 'max_wal_size=4GB'] });
  try {
    const lines: Line[] = [];
    const raw = join(dir, 'raw');
    await write(raw, '', (at) => `${at}\t${at}\tSE\ten\t${AT}\t${HASH}\t${AT}\t{}\n`);
    for (const [form, { head, row }] of Object.entries(FORMS)) {
      const file = join(dir, form);
      await write(file, head, row);
      const url = postgres.url(form.toLowerCase());
      await statement(postgres.url('postgres'), `CREATE DATABASE ${form.toLowerCase()}`);
      await migrate(url);
      await statement(url, 'CREATE TABLE plain (LIKE "Account" INCLUDING ALL)');
      const copySeconds = await copy(url, raw);
      await statement(url, 'CHECKPOINT');
      const first = await importFile(url, file);
      const again = await importFile(url, file);
      lines.push(
        atLeast(`account import of 1 M rows, ${form}, against raw COPY`, copySeconds / first.seconds, 0.5, '×', {
          'COPY s': copySeconds,
          'import s': first.seconds,
          'rows a second': ROWS / first.seconds,
          'the same again s': again.seconds,
        }),
        atMost(`account import of 1 M rows, ${form}, peak memory`, Math.max(first.peakMb, again.peakMb), 200, 'MB', {
          'first MB': first.peakMb,
          'again MB': again.peakMb,
        }),
      );
    }
    return lines;
  } finally {
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function write(path: string, head: string, row: (email: string) => string): Promise<void> {
  function* text() {
    yield head;
    for (let number = 0; number < ROWS; number += 1_000) yield Array.from({ length: 1_000 }, (_, index) => row(email(number + index))).join('');
  }
  await pipeline(text, createWriteStream(path));
}

async function copy(url: string, path: string): Promise<number> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const began = performance.now();
  const columns = 'email, "emailKey", market, locale, "createdAt", "passwordHash", "passwordChangedAt", roles';
  await pipeline(createReadStream(path, { highWaterMark: 256 * 1024 }), client.query(from(`COPY plain (${columns}) FROM STDIN`)));
  const seconds = (performance.now() - began) / 1000;
  await client.end();
  return seconds;
}

/** Seconds from the start of the process to its end, and the most memory that it held at once. */
async function importFile(url: string, file: string): Promise<{ seconds: number; peakMb: number }> {
  const env = { ...process.env, DATABASE_URL: url, CANDOR_URL: 'http://localhost:1', CANDOR_SECRET: randomUUID(), LOG_LEVEL: 'error' };
  // The peak is what the system counted until the end, which the process itself says last.
  const watch = 'data:text/javascript,process.on("exit",()=>process.stderr.write("peak "+process.resourceUsage().maxRSS))';
  const began = performance.now();
  const child = spawn(process.execPath, ['--import', watch, 'dist/candor.mjs', 'accounts', 'import', file, '--json'], {
    env,
    stdio: ['ignore', 'ignore', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (text) => {
    said += text;
  });
  const [code] = await once(child, 'close');
  const seconds = (performance.now() - began) / 1000;
  const peakKb = Number(/peak (\d+)$/.exec(said)?.[1]);
  if (code !== 0) throw new Error(`The import ended with ${code}: ${said}`);
  return { seconds, peakMb: peakKb / 1024 };
}

async function statement(url: string, sql: string): Promise<void> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(sql);
  await client.end();
}
