import { appendFile, cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { freePort } from '#scripts/support/free-port.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { CORRECTION } from '#tests/support/content/correction.ts';
import { type Instance, type Served, serveBuild } from '#tests/support/serve.ts';

let content: string;
let site: Served;
let second: Instance;

beforeAll(async () => {
  content = await mkdtemp(join(tmpdir(), 'candor-content-'));
  await cp('content', content, { recursive: true });
  site = await serveBuild({ contentDir: content });
  second = await site.another();
});

afterAll(async () => {
  await site?.close();
  await rm(content, { recursive: true, force: true });
});

/** Nobody else is there in this test. */
const ALONE = ['--emergency', '--reason', 'Nobody else is there in this test.'];
const text = async (url: string) => (await fetch(url)).text();
const NOTE = '/blog/how-we-handle-incidents';

test('a publication reaches every instance, byte for byte the same', async () => {
  await appendFile(join(content, 'notes/how-we-handle-incidents.en.mdx'), '\nThis sentence is new.\n');
  await site.candor('content', 'push', '--publish', ...ALONE);
  for (const { url } of [site, second]) {
    await waitFor(
      async () => (await text(url + NOTE)).includes('This sentence is new.'),
      10_000,
      () => `${url} keeps the old text`,
    );
  }
  const [one, two] = await Promise.all([site, second].map(async ({ url }) => (await text(url + NOTE)).replaceAll(url, '')));
  expect(one).toBe(two);
});

test('files that are gone and facts that changed make an edition that old instances and fresh ones serve alike', async () => {
  const updates = 'incidents/internal-systems-access/updates';
  for (const locale of ['en', 'de', 'ar']) await rm(join(content, updates, `first-report.${locale}.mdx`));
  const facts = join(content, 'incidents/internal-systems-access/incident.yaml');
  await writeFile(facts, (await readFile(facts, 'utf8')).replace('1.0.0', '1.0.1') + CORRECTION);
  await site.candor('content', 'push', '--publish', ...ALONE);
  const fresh = await site.another();
  const readyz = async (url: string) => (await (await fetch(`${url}/readyz`)).json()) as { edition: number; database: string };
  expect(await readyz(fresh.url)).toMatchObject({ edition: 3, database: 'up' });
  await waitFor(
    async () => (await readyz(site.url)).edition === 3,
    10_000,
    () => site.server.lastLines(),
  );
  const advisory = '/advisories/internal-systems-access';
  for (const path of ['/', advisory, `${advisory}/updates/first-report`, '/feed.atom', '/live.json', '/sitemap.xml']) {
    const [old, young] = await Promise.all([site, fresh].map(async ({ url }) => (await text(url + path)).replaceAll(url, '')));
    expect(young, path).toBe(old);
  }
  expect(await text(fresh.url + advisory)).toContain('/updates/first-report');
  expect(await text(fresh.url)).toContain('1.0.1');
  await fresh.child.stop();
});

test('a broken file stops publishing with its place named, and the live edition stays', async () => {
  const before = await text(site.url + NOTE);
  await appendFile(join(content, 'notes/how-we-handle-incidents.en.mdx'), '\n\nimport fs from "node:fs"\n');
  await expect(site.candor('content', 'push', '--publish')).rejects.toThrow();
  expect(await text(site.url + NOTE)).toBe(before);
});

test('an instance starts and serves with the database away; the account area says so kindly', async () => {
  await second.child.stop();
  const away = `postgres://candor:x@127.0.0.1:${await freePort()}/none`;
  second = await site.another({ DATABASE_URL: away, CANDOR_DATA: second.dataDir });
  expect(await (await fetch(`${second.url}/readyz`)).json()).toMatchObject({ database: 'down' });
  expect(await text(second.url + NOTE)).toContain('This sentence is new.');
  const account = await fetch(`${second.url}/account`, { redirect: 'manual', headers: { cookie: `candor.session.${new URL(second.url).port}=x` } });
  expect([303, 503]).toContain(account.status);
  const signIn = await fetch(`${second.url}/sign-in`, {
    method: 'POST',
    redirect: 'manual',
    headers: { origin: second.url, 'content-type': 'application/x-www-form-urlencoded' },
    body: new URLSearchParams({ email: 'someone@tempo.example', password: 'four words and more' }),
  });
  expect(signIn.status).toBe(503);
  expect(signIn.headers.get('retry-after')).toMatch(/^\d+$/);
  expect(await signIn.text()).toContain('/advisories');
});

test('the demo’s sample accounts keep any other process from starting', async () => {
  const { id } = await site.database.db.account.create({
    data: { email: 's@tempo.example', emailKey: 's@tempo.example', market: 'US', locale: 'en', roles: [], createdAt: new Date(), demo: true },
  });
  await site.server.stop();
  await expect(site.candor('serve')).rejects.toThrow(/sample accounts/);
  await site.database.db.account.delete({ where: { id } });
});
