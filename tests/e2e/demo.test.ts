import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { SampleAccount } from '#scripts/demo/data.ts';
import { freePort, isPortFree } from '#scripts/support/free-port.ts';
import { waitFor } from '#scripts/support/wait-for.ts';

interface DemoFile {
  url: string;
  mailbox: { url: string; api: string };
  codes: { url: string };
  accounts: SampleAccount[];
}

let dataDir: string;
let port: number;
let demo: ChildProcess;
let printed = '';

async function start(): Promise<void> {
  printed = '';
  demo = spawn(process.execPath, ['scripts/demo.ts'], { env: { ...process.env, PORT: String(port), CANDOR_DATA: dataDir }, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [demo.stdout, demo.stderr]) stream?.on('data', (bytes) => (printed += bytes));
  const welcomed = async () => printed.includes('Ctrl-C stops everything');
  await waitFor(welcomed, 120_000, () => printed);
}

/** As Ctrl-C does. Answers the exit code. */
async function stop(): Promise<number | null> {
  if (demo.exitCode === null) {
    const exited = once(demo, 'exit');
    demo.kill('SIGINT');
    await exited;
  }
  return demo.exitCode;
}

const demoFile = async () => JSON.parse(await readFile(join(dataDir, 'demo.json'), 'utf8')) as DemoFile;

function signIn({ email, password }: SampleAccount): Promise<Response> {
  const url = `http://localhost:${port}`;
  const body = new URLSearchParams({ email, password });
  return fetch(`${url}/sign-in`, { method: 'POST', redirect: 'manual', headers: { origin: url }, body });
}

beforeAll(async () => {
  dataDir = await mkdtemp(join(tmpdir(), 'candor-demo-'));
  port = await freePort();
  await start();
}, 180_000);
afterAll(async () => {
  await stop();
  await rm(dataDir, { recursive: true, force: true });
});

test('it prints where to look and who can sign in, and writes the same down', async () => {
  const { url, mailbox, codes, accounts } = await demoFile();
  expect(url).toBe(`http://localhost:${port}`);
  for (const words of [url, mailbox.url, codes.url, 'content push --publish']) expect(printed).toContain(words);
  for (const { key, email, password, roles, story } of accounts) {
    expect([typeof key, Array.isArray(roles), story.length > 0]).toEqual(['string', true, true]);
    expect(printed).toContain(email);
    expect(printed).toContain(password);
  }
  expect(await (await fetch(codes.url)).text()).toContain(accounts.find(({ totp }) => totp !== undefined)?.email);
  expect((await signIn(accounts[0] as SampleAccount)).status).toBe(303);
  expect(await (await fetch(mailbox.api)).json()).toEqual([]);
  expect(await (await fetch(`${url}/readyz`)).json()).toMatchObject({ edition: 1, database: 'up', mail: 'up' });
});

test('a second one on the same folder or port is told so', async () => {
  const { accounts } = await demoFile();
  for (const [own, words] of [
    [dataDir, 'runs on'],
    [join(dataDir, 'other'), 'is taken'],
  ] as const) {
    const second = spawn(process.execPath, ['scripts/demo.ts'], {
      env: { ...process.env, PORT: String(port), CANDOR_DATA: own },
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let said = '';
    second.stderr.on('data', (bytes) => (said += bytes));
    expect(await once(second, 'close')).toEqual([1, null]);
    expect(said).toContain(words);
  }
  expect((await signIn(accounts[0] as SampleAccount)).status).toBe(303);
});

test('a killed PostgreSQL is up again within 30 seconds, with its data', async () => {
  const { accounts } = await demoFile();
  process.kill(Number((await readFile(join(dataDir, 'postgres', 'cluster', 'postmaster.pid'), 'utf8')).split('\n')[0]), 'SIGKILL');
  const back = async () => printed.includes('is up again') && (await signIn(accounts[0] as SampleAccount)).status === 303;
  await waitFor(back, 30_000, () => printed);
});

test('Ctrl-C stops all of it, and the next start keeps what was done', async () => {
  const before = await demoFile();
  expect(await stop()).toBe(0);
  expect(await isPortFree(port)).toBe(true);
  for (const address of [before.mailbox.url, `http://127.0.0.1:${port}`]) await expect(fetch(address)).rejects.toThrow();
  await start();
  const after = await demoFile();
  expect(after.accounts).toEqual(before.accounts);
  expect((await signIn(after.accounts[0] as SampleAccount)).status).toBe(303);
});
