import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as later } from 'node:timers/promises';
import type { Bundle } from '#edition/bundle.ts';
import type { ServedDocument } from '#edition/edition-files.ts';
import { readBundle } from '#edition/read-bundle.ts';
import { storeEdition } from '#edition/store-edition.ts';
import { processOf } from '#scripts/support/processes.ts';
import { LOCALES } from '#paths';
import { startBenchSite, untilAnswers } from './bench-site.ts';
import { atMost, type Line } from './line.ts';
import { requestsPerSecond } from './load.ts';

const ADVISORIES = 500;
const MEGABYTE = 1024 * 1024;

/** What the front's process holds with 500 advisories in three languages, after it has answered for a while; their updates' pages are in it. */
export async function measure(): Promise<Line[]> {
  const site = await startBenchSite({});
  const dataDir = await mkdtemp(join(tmpdir(), 'candor-memory-'));
  let few: Bundle | null = null;
  // It is on disk a moment after it is live.
  while (!few) {
    await later(50);
    few = readBundle(site.environment.CANDOR_DATA as string, () => undefined);
  }
  await site.stop();
  const many = multiplied(few, site.advisory);
  await storeEdition(dataDir, many, null);
  // The database is away: the front is alone with its disk.
  const env = { ...process.env, ...site.environment, CANDOR_DATA: dataDir, DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none' };
  const front = spawn(process.execPath, ['dist/candor.mjs', 'serve'], { env, stdio: ['ignore', 'ignore', 'inherit'] });
  try {
    const url = site.url;
    await untilAnswers(url);
    for (const locale of LOCALES) await requestsPerSecond(`${url}${locale === 'en' ? '' : `/${locale}`}${site.advisory}`, 3);
    // What is measured must be served: the last of them too.
    const { status } = await fetch(`${url}/advisories/bench-${ADVISORIES - 1}`);
    if (status !== 200) throw new Error(`The last advisory answers ${status}.`);
    const memory = ((await processOf(front.pid))?.memory ?? Number.NaN) / MEGABYTE;
    const bytes = [...many.documents.values()].reduce((sum, { packed }) => sum + packed.length, 0);
    const raw = { documents: many.documents.size, 'MB packed': bytes / MEGABYTE };
    return [atMost(`memory of the front, ${ADVISORIES} advisories in three languages`, memory, 150, 'MB', raw)];
  } finally {
    front.kill('SIGTERM');
    await once(front, 'exit');
    await rm(dataDir, { recursive: true, force: true });
  }
}

/** The edition with its newest advisory, and the pages of its updates, as many times as it takes. */
function multiplied(bundle: Bundle, advisory: string): Bundle {
  const documents = new Map(bundle.documents);
  const model = [...bundle.documents.values()].filter(({ path }) => new RegExp(`^(?:/[a-z]{2})?${advisory}(?:/|$)`).test(path));
  for (let number = 1; number < ADVISORIES; number += 1) {
    for (const document of model) {
      const path = document.path.replace(advisory, `/advisories/bench-${number}`);
      const file = document.file?.replace(advisory.slice(1), `advisories/bench-${number}`) ?? null;
      documents.set(path, { ...document, path, file, etag: `"${number}${document.etag.slice(1)}` } satisfies ServedDocument);
    }
  }
  return { ...bundle, documents };
}
