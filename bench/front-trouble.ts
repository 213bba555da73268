import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { Agent, get } from 'node:http';
import { setTimeout as later } from 'node:timers/promises';
import { childrenOf } from '#scripts/support/processes.ts';
import { type BenchSite, startBenchSite } from './bench-site.ts';
import { atMost, type Line, quantile } from './line.ts';

/** Of one measurement: shorter than a frozen app is left alone. */
const SECONDS = 8;
const READERS = 8;
/** Between two requests of a reader: an even load, far below what the front can do, as readers are. */
const PAUSE_MS = 20;
const KILL_EVERY_MS = 1_000;

/** A public page's slowest hundredth while the app is frozen, killed again and again, and flooded with sign-ins, against an idle one's. */
export async function measure(): Promise<Line[]> {
  const site = await startBenchSite({ environment: { TRUSTED_PROXIES: '127.0.0.1' } });
  const page = `${site.url}${site.advisory}`;
  try {
    await read(page);
    const idle = await read(page);
    const troubles = { frozen, 'killed again and again': killed, 'flooded with sign-ins': flooded };
    const lines: Line[] = [];
    for (const [name, trouble] of Object.entries(troubles)) {
      const end = await trouble(site);
      const troubled = await read(page);
      await end();
      const raw = { 'idle p99 ms': idle.p99, 'p99 ms': troubled.p99, requests: troubled.requests };
      lines.push(atMost(`public page while the app is ${name}, p99 against idle`, troubled.p99 / idle.p99, 2, '×', raw));
      lines.push(atMost(`public page while the app is ${name}, failures`, troubled.failures, 0, 'failures', raw));
      await untilWell(site);
    }
    return lines;
  } finally {
    await site.stop();
  }
}

async function read(url: string): Promise<{ p99: number; requests: number; failures: number }> {
  const agent = new Agent({ keepAlive: true });
  const samples: number[] = [];
  let failures = 0;
  const end = performance.now() + SECONDS * 1_000;
  const one = () =>
    new Promise<boolean>((resolve) => {
      get(url, { agent, headers: { 'accept-encoding': 'br' } }, (answer) => {
        answer.on('end', () => resolve(answer.statusCode === 200)).on('error', () => resolve(false));
        answer.resume();
      }).on('error', () => resolve(false));
    });
  const reader = async () => {
    while (performance.now() < end) {
      const began = performance.now();
      if (!(await one())) failures += 1;
      samples.push(performance.now() - began);
      await later(PAUSE_MS);
    }
  };
  await Promise.all(Array.from({ length: READERS }, reader));
  agent.destroy();
  return { p99: quantile(samples, 0.99), requests: samples.length, failures };
}

type End = () => Promise<void>;

const appOf = async (site: BenchSite) => (await childrenOf(site.pids[0]))[0]?.pid;

async function frozen(site: BenchSite): Promise<End> {
  const app = await appOf(site);
  if (app !== undefined) process.kill(app, 'SIGSTOP');
  return async () => undefined;
}

async function killed(site: BenchSite): Promise<End> {
  let going = true;
  const killing = (async () => {
    while (going) {
      const app = await appOf(site);
      if (app !== undefined) process.kill(app, 'SIGKILL');
      await later(KILL_EVERY_MS);
    }
  })();
  return async () => {
    going = false;
    await killing;
  };
}

/** From a process that yields to the others: in life the flood comes from elsewhere. */
async function flooded(site: BenchSite): Promise<End> {
  const flood: ChildProcess = spawn('nice', ['-n', '19', process.execPath, 'bench/children/flood.ts', site.url, String(SECONDS + 2)], {
    stdio: ['ignore', 'ignore', 'inherit'],
  });
  await later(1_000);
  return async () => {
    if (flood.exitCode === null) await once(flood, 'exit');
  };
}

async function untilWell(site: BenchSite): Promise<void> {
  for (let tries = 0; tries < 300; tries += 1) {
    if ((await fetch(`${site.url}/sign-in`)).ok) return;
    await later(100);
  }
  throw new Error('The app did not come back.');
}
