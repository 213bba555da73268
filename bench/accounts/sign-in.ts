import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { text } from 'node:stream/consumers';
import pg from 'pg';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import { childrenOf } from '#scripts/support/processes.ts';
import { type BenchSite, startBenchSite } from '../bench-site.ts';
import { atMost, type Line, quantile } from '../line.ts';

/** Of each kind, in turn. */
const SAMPLES = 1_000;
const WARM_UP = 50;
const FLOOD_SECONDS = 10;
const PASSWORD = 'violet kettle runs north';

/** What an address may be to us; the first is the one that the others are held against. */
const KINDS = ['known', 'unknown', 'disabled', 'without a password'] as const;
type Kind = (typeof KINDS)[number];

/** Whether time tells who has an account; and what ten times the sign-ins that it can hold do to the app. */
export async function measure(): Promise<Line[]> {
  const site = await startBenchSite({ environment: { TRUSTED_PROXIES: '127.0.0.1' } });
  try {
    await fill(site);
    return [...(await whatTimeTells(site)), ...(await flood(site))];
  } finally {
    await site.stop();
  }
}

const address = (kind: Kind, number: number) => `${kind.replaceAll(' ', '-')}-${number}@bench.example`;

async function fill({ databaseUrl }: BenchSite): Promise<void> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  const hash = await hashPassword(PASSWORD);
  for (const [kind, passwordHash, disabled] of [
    ['known', hash, false],
    ['disabled', hash, true],
    ['without a password', null, false],
  ] as const) {
    const prefix = address(kind, 0).replace('0@bench.example', '');
    await client.query(
      `INSERT INTO "Account" (email, "emailKey", "passwordHash", market, locale, roles, "createdAt", "disabledAt")
        SELECT a, a, $1, 'SE', 'en', '{}', now(), CASE WHEN $2 THEN now() END FROM (SELECT $3 || n || '@bench.example' AS a FROM generate_series(0, ${SAMPLES + WARM_UP}) n) s`,
      [passwordHash, disabled, prefix],
    );
  }
  await client.query('VACUUM ANALYZE');
  await client.end();
}

/** A wrong password, and a code for a forgotten one, for each kind of address in turn: every time another address and another client. */
async function whatTimeTells(site: BenchSite): Promise<Line[]> {
  const doors = {
    'sign-in': (email: string) => ({ path: '/sign-in', form: { email, password: 'four words and more' } }),
    'asking for a code': (email: string) => ({ path: '/sign-in/recover', form: { email } }),
  };
  const lines: Line[] = [];
  for (const [door, ask] of Object.entries(doors)) {
    const times = new Map<Kind, number[]>(KINDS.map((kind) => [kind, []]));
    for (let number = -WARM_UP; number < SAMPLES; number += 1) {
      for (const kind of KINDS) {
        const { path, form } = ask(address(kind, number + WARM_UP));
        const began = performance.now();
        await post(site, path, form, clientOf(number + WARM_UP, KINDS.indexOf(kind)));
        if (number >= 0) times.get(kind)?.push(performance.now() - began);
      }
    }
    const medians = KINDS.map((kind) => [kind, quantile(times.get(kind) ?? [], 0.5)] as const);
    const known = medians[0]?.[1] ?? Number.NaN;
    const raw = Object.fromEntries(medians.map(([kind, ms]) => [`${kind} p50 ms`, ms]));
    for (const [kind, ms] of medians.slice(1)) lines.push(atMost(`${door}: ${kind} against known, difference of medians`, Math.abs(ms - known), 1, 'ms', raw));
  }
  return lines;
}

/** An address of a network of its own, by what a proxy says. */
function clientOf(number: number, kind: number): string {
  return `10.${(number >> 6) & 255}.${((number & 63) << 2) | kind}.1`;
}

async function post({ url }: BenchSite, path: string, form: Record<string, string>, client: string): Promise<void> {
  const headers = { origin: url, 'content-type': 'application/x-www-form-urlencoded', 'x-forwarded-for': client };
  const answer = await fetch(url + path, { method: 'POST', redirect: 'manual', headers, body: new URLSearchParams(form) });
  await answer.arrayBuffer();
  if (answer.status !== 422 && answer.status !== 303) throw new Error(`${path} answers ${answer.status}`);
}

/** Sign-ins at ten times the rate that can be held: whoever is not let in is told when to come again, and the app grows no further. */
async function flood(site: BenchSite): Promise<Line[]> {
  const memory = async () => (await childrenOf(site.pids[0]))[0]?.memory ?? Number.NaN;
  const run = async () => {
    const child = spawn('nice', ['-n', '19', process.execPath, 'bench/children/flood.ts', site.url, String(FLOOD_SECONDS)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    const [said] = await Promise.all([text(child.stdout), once(child, 'exit')]);
    return JSON.parse(said) as { answered: number; lost: number; hashed: number };
  };
  await run();
  const before = await memory();
  const { lost, answered, hashed } = await run();
  const after = await memory();
  return [
    atMost('sign-ins at ten times what it can hold, requests without an answer', lost, 0, 'requests', { answered, hashed }),
    atMost('memory of the app after a second flood against the first', after / before, 1.1, '×', {
      'after the first MB': before / 1e6,
      'after the second MB': after / 1e6,
    }),
  ];
}
