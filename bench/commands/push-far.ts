import { cp, mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { startPostgres } from '#scripts/support/postgres.ts';
import { run } from '#scripts/support/run.ts';
import { migrate } from '#server/migrate.ts';
import { samplePicture } from '#tests/support/sample-pictures.ts';
import { delayed } from '../support/delayed.ts';
import { atMost, type Line } from '../line.ts';

const MODEL = 'internal-systems-access';
/** Its number; no two incidents have the same. */
const NOTICE = 'TMP-12';
/** With the twelve posts and updates of the model in each, 600 files. */
const INCIDENTS = 50;
/** Each way: 50 ms from a question to its answer. */
const DELAY_MS = 25;
const BAR_SECONDS = 20;

/** The command as people type it, on an empty database each time: near, then behind a line that delays every byte. */
export async function measure(): Promise<Line[]> {
  const dir = await mkdtemp(join(tmpdir(), 'candor-bench-'));
  const postgres = await startPostgres({ dataDir: join(dir, 'postgres') });
  try {
    const files = await manyFiles(join(dir, 'content'));
    const lines: Line[] = [];
    for (const command of [
      ['content', 'push'],
      ['content', 'push', '--publish'],
    ]) {
      const seconds: Record<'near' | 'far', number> = { near: 0, far: 0 };
      for (const [where, delayMs] of [
        ['near', 0],
        ['far', DELAY_MS],
      ] as const) {
        const database = `bench_${lines.length}_${where}`;
        await create(postgres.url('postgres'), database);
        await migrate(postgres.url(database));
        const line = await delayed(postgres.port, delayMs);
        const DATABASE_URL = Object.assign(new URL(postgres.url(database)), { port: String(line.port) }).href;
        const began = performance.now();
        await run(process.execPath, ['dist/candor.mjs', ...command], {
          DATABASE_URL,
          CANDOR_URL: 'http://localhost:3000',
          CANDOR_SECRET: 'a-secret-that-only-the-bench-knows-0123',
          CANDOR_CONTENT: join(dir, 'content'),
          CANDOR_DATA: join(dir, 'data'),
        });
        seconds[where] = (performance.now() - began) / 1000;
        line.close();
      }
      lines.push(
        atMost(`${command.join(' ')}, ${files} files, 50 ms from the database`, seconds.far, BAR_SECONDS, 's', {
          'without delay s': seconds.near,
          'with 50 ms s': seconds.far,
          files,
        }),
      );
    }
    return lines;
  } finally {
    await postgres.stop();
    await rm(dir, { recursive: true, force: true });
  }
}

async function create(server: string, database: string): Promise<void> {
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  await client.query(`CREATE DATABASE ${database}`).finally(() => client.end());
}

/** A content folder of many incidents, each the model under another name and with a picture of its own; answers how many posts and updates it has. */
async function manyFiles(folder: string): Promise<number> {
  await mkdir(join(folder, 'incidents'), { recursive: true });
  await cp('content/site.yaml', join(folder, 'site.yaml'));
  let files = 0;
  for (let number = 0; number < INCIDENTS; number += 1) {
    const incident = join(folder, 'incidents', `incident-${number}`);
    await cp(join('content/incidents', MODEL), incident, { recursive: true });
    const facts = await readFile(join(incident, 'incident.yaml'), 'utf8');
    await writeFile(join(incident, 'incident.yaml'), facts.replaceAll(NOTICE, `BENCH-${number}`));
    await writeFile(join(incident, 'plan.png'), await samplePicture({ width: 800, height: 400 + number }));
    for (const name of await readdir(incident, { recursive: true })) {
      if (!name.endsWith('.mdx')) continue;
      const text = (await readFile(join(incident, name), 'utf8')).replace(`slug: ${MODEL}`, `slug: incident-${number}`).replaceAll(NOTICE, `BENCH-${number}`);
      await writeFile(join(incident, name), name.startsWith('advisory') ? `${text}\n![The plan](plan.png)\n` : text);
      files += 1;
    }
  }
  return files;
}
