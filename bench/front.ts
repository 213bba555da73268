import { once } from 'node:events';
import { spawn } from 'node:child_process';
import { resolve } from 'node:path';
import { freePort } from '#scripts/support/free-port.ts';
import { startBenchSite } from './bench-site.ts';
import { atLeast, type Line } from './line.ts';
import { requestsPerSecond } from './load.ts';
import { buildNextStatic } from './next-static.ts';

const SECONDS = 8;
/** Serving processes are pinned to the first core, the load to the second. */
const PIN = process.platform === 'linux' ? ['taskset', '-c', '0'] : [];

/** An advisory from the front against the smallest static Next page of the same HTML, each on one core, in alternation. */
export async function measure(): Promise<Line[]> {
  const site = await startBenchSite({ pin: PIN });
  const page = `${site.url}${site.advisory}`;
  const dir = await buildNextStatic(await (await fetch(page)).text());
  const port = await freePort();
  const [command = process.execPath, ...rest] = [...PIN, process.execPath, resolve('node_modules/next/dist/bin/next'), 'start', '-p', String(port)];
  const next = spawn(command, rest, { cwd: dir, stdio: 'ignore' });
  try {
    const plain = `http://localhost:${port}/`;
    await untilOk(plain);
    const figures: { front: number[]; next: number[] } = { front: [], next: [] };
    for (let round = 0; round < 3; round += 1) {
      figures.front.push(await requestsPerSecond(page, SECONDS));
      figures.next.push(await requestsPerSecond(plain, SECONDS));
    }
    const median = (values: number[]) => [...values].sort((a, b) => a - b)[1] ?? Number.NaN;
    const raw = { 'front req/s': median(figures.front), 'next req/s': median(figures.next) };
    return [atLeast('public page from the front against a static Next page, one core', raw['front req/s'] / raw['next req/s'], 5, '×', raw)];
  } finally {
    next.kill('SIGTERM');
    await once(next, 'exit');
    await site.stop();
  }
}

async function untilOk(url: string): Promise<void> {
  for (let tries = 0; tries < 100; tries += 1) {
    if (
      await fetch(url).then(
        (answer) => answer.ok,
        () => false,
      )
    )
      return;
    await new Promise((later) => setTimeout(later, 100));
  }
  throw new Error(`${url} did not answer`);
}
