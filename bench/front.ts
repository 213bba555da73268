import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { resolve } from 'node:path';
import { freePort } from '#scripts/support/free-port.ts';
import { startBenchSite, untilAnswers } from './bench-site.ts';
import { atLeast, type Line, quantile } from './line.ts';
import { requestsPerSecond } from './load.ts';
import { buildNextPages } from './next-pages.ts';

const SECONDS = 5;
const ROUNDS = 5;
/** Serving processes are pinned to the first core, the load to the second. */
const PIN = process.platform === 'linux' ? ['taskset', '-c', '0'] : [];

/**
 * An advisory from the front against Next's static page and its cached route handler of the same HTML, all without compression, and
 * against a bare Node server with the same compressed bytes and fields; each on one core, in alternation.
 */
export async function measure(): Promise<Line[]> {
  const site = await startBenchSite({ pin: PIN });
  const page = `${site.url}${site.advisory}`;
  const started: ChildProcess[] = [];
  const start = (args: string[], cwd?: string) => {
    const [command = process.execPath, ...rest] = [...PIN, process.execPath, ...args];
    const child = spawn(command, rest, { ...(cwd !== undefined && { cwd }), stdio: ['ignore', 'ignore', 'inherit'] });
    started.push(child);
  };
  try {
    const [next, bare] = [`http://localhost:${await freePort()}`, `http://127.0.0.1:${await freePort()}`];
    const dir = await buildNextPages(await (await fetch(page, { headers: { 'accept-encoding': 'identity' } })).text());
    start([resolve('node_modules/next/dist/bin/next'), 'start', '-p', new URL(next).port], dir);
    start(['bench/children/bare-server.ts', new URL(bare).port, page, 'br']);
    for (const url of [next, bare]) await untilAnswers(url);
    const sides = {
      'front identity': () => requestsPerSecond(page, SECONDS, 'identity'),
      'Next static': () => requestsPerSecond(`${next}/`, SECONDS, 'identity'),
      'Next cached': () => requestsPerSecond(`${next}/cached`, SECONDS, 'identity'),
      'front br': () => requestsPerSecond(page, SECONDS),
      'bare br': () => requestsPerSecond(bare, SECONDS),
    };
    const figures = new Map<string, number[]>(Object.keys(sides).map((name) => [name, []]));
    for (let round = 0; round < ROUNDS; round += 1) for (const [name, run] of Object.entries(sides)) figures.get(name)?.push(await run());
    const median = (name: keyof typeof sides) => quantile(figures.get(name) ?? [], 0.5);
    const against = (name: string, ours: keyof typeof sides, theirs: keyof typeof sides, bar: number) =>
      atLeast(`public page from the front against ${name}, one core`, median(ours) / median(theirs), bar, '×', {
        [`${ours} req/s`]: median(ours),
        [`${theirs} req/s`]: median(theirs),
      });
    return [
      against('a static Next page', 'front identity', 'Next static', 15),
      against('Next’s cached route handler', 'front identity', 'Next cached', 10),
      against('a bare Node server', 'front br', 'bare br', 0.7),
    ];
  } finally {
    for (const child of started) {
      child.kill('SIGTERM');
      if (child.exitCode === null && child.signalCode === null) await once(child, 'exit');
    }
    await site.stop();
  }
}
