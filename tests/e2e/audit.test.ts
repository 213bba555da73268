import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { openSync } from 'node:fs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { waitFor } from '#scripts/support/wait-for.ts';
import { type Served, serveBuild } from '#tests/support/serve.ts';

let site: Served;
beforeAll(async () => {
  site = await serveBuild();
});
afterAll(() => site?.close());

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** What `candor audit …` ends with; `output` is where its answer goes, and a reader may leave after so many bytes. */
async function audit(
  words: string[],
  { output = 'pipe', leaves = Number.POSITIVE_INFINITY }: { output?: 'pipe' | number; leaves?: number } = {},
): Promise<Ended> {
  const child = spawn(process.execPath, ['dist/candor.mjs', 'audit', ...words], { env: { ...process.env, ...site.env }, stdio: ['ignore', output, 'pipe'] });
  let [out, err] = ['', ''];
  child.stdout?.on('data', (bytes) => {
    out += bytes;
    if (out.length > leaves) child.stdout?.destroy();
  });
  child.stderr?.on('data', (bytes) => (err += bytes));
  const [code] = await once(child, 'close');
  return { code, out, err };
}

const isSealed = async () => {
  const [row] = await site.database.db.$queryRaw<[{ sealed: boolean }]>`
    SELECT coalesce((SELECT max("toSeq") FROM "AuditSeal"), 0) = (SELECT max(seq) FROM "AuditEntry") AS sealed`;
  return row.sealed;
};

test('what people do is sealed within seconds; whoever changes it afterwards is found', async () => {
  const { url, database } = site;
  const headers = { origin: url, 'content-type': 'application/x-www-form-urlencoded' };
  const body = new URLSearchParams({ email: 'nobody@tempo.example', password: 'not the password at all' });
  expect((await fetch(`${url}/sign-in`, { method: 'POST', headers, body })).status).toBe(422);
  await waitFor(isSealed, 20_000, () => site.worker.lastLines());
  const { code, out, err } = await audit(['verify']);
  expect([code, err]).toEqual([0, '']);
  expect(out).toMatch(/^\d+ entries in \d+ seals?: the log is what was sealed\.\nlast seal {2}[0-9a-f]{64} {2}up to entry \d+, .*Z\n$/);
  // Where the database’s user can’t reach it.
  const [, hash = ''] = /last seal {2}([0-9a-f]{64})/.exec(out) ?? [];
  expect(site.worker.lastLines()).toContain(hash);
  expect((await audit(['verify', '--noted', hash, '--json'])).out).toContain('"faults":0');

  const refused = await database.db.auditEntry.findFirstOrThrow({ where: { verb: 'sessions/sign-in' } });
  await database.db.auditEntry.update({ where: { seq: refused.seq }, data: { outcome: 'done' } });
  const altered = await audit(['verify']);
  expect(altered.code).toBe(1);
  expect(altered.out).toContain(`altered   entry ${refused.seq}\n`);
  await database.db.auditEntry.delete({ where: { seq: refused.seq } });
  const removed = await audit(['verify', '--json']);
  expect([removed.code, JSON.parse(removed.out).named]).toEqual([1, [{ kind: 'entry_removed', what: String(refused.seq) }]]);
  await database.db.auditEntry.create({ data: { ...refused, detail: refused.detail ?? {} } });
  expect((await audit(['verify', '--noted', hash])).code).toBe(0);
  expect(await audit(['verify', '--noted', 'f'.repeat(64)])).toMatchObject({ code: 1, out: expect.stringContaining('removed   the seal that was noted') });
  expect(await audit(['verify', '--noted', 'nonsense'])).toMatchObject({ code: 1, err: expect.stringContaining('A seal has a hash of 64 characters') });
});

test('a long log is exported whole; a reader who leaves ends nothing, and a full disk is no success', async () => {
  const { db } = site.database;
  await db.$executeRaw`
    INSERT INTO "AuditEntry" (at, actor, verb, subject, outcome, detail)
    SELECT now(), 'system:test', 'x/y', 'account:' || number, 'done', '{"n": 1}' FROM generate_series(1, 30000) AS number`;
  await waitFor(isSealed, 20_000, () => site.worker.lastLines());
  const count = await db.auditEntry.count();
  const { code, out, err } = await audit(['export', '--reason', 'for the auditors']);
  expect([code, err.split('\n').at(-2)]).toEqual([0, `${count.toLocaleString('en-US')} entries exported.`]);
  const lines = out
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
  expect(lines).toHaveLength(count);
  expect(Object.keys(lines[0])).toEqual(['seq', 'at', 'actor', 'verb', 'subject', 'outcome', 'detail']);
  expect(await db.auditEntry.findFirst({ where: { verb: 'audit/export-log' } })).toMatchObject({ detail: { entries: count, reason: 'for the auditors' } });
  expect(await audit(['export', '--since', '2100-01-01T00:00:00Z'])).toMatchObject({ code: 0, out: '', err: '0 entries exported.\n' });
  expect(await audit(['export', '--since', 'yesterday'])).toMatchObject({ code: 1, out: '', err: expect.stringContaining('A time is written with its zone') });
  expect(await audit(['export'], { leaves: 100_000 })).toMatchObject({ code: 0, err: expect.not.stringMatching(/failed|written/) });
  expect(await audit(['export'], { output: openSync('/dev/full', 'w') })).toMatchObject({ code: 1, err: expect.stringContaining('the disk is full') });
  expect((await audit(['verify'])).code).toBe(0);
});
