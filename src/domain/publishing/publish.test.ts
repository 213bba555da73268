import { cp, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoorContext } from '#domain/core/context.ts';
import { testContext } from '#tests/support/context.ts';
import { CORRECTION } from '#tests/support/content/correction.ts';
import { testDatabase } from '#tests/support/database.ts';
import { loadEdition } from './load-edition.ts';
import type { PublishView } from './make-edition.ts';
import { publishContent } from './publish.ts';
import { pushContent } from './push.ts';
import { readPush } from './read-push.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let content: string;
let ctx: DoorContext;
let first: PublishView;

beforeAll(async () => {
  database = await testDatabase();
  content = await mkdtemp(join(tmpdir(), 'candor-content-'));
  // One incident and the notes: each push reads every post again.
  await cp('content', content, { recursive: true, filter: (path) => !path.includes('passwords-from-another-service') });
  const base = testContext(database.db, { kind: 'operator', as: 'test', reason: 'a test' });
  ctx = { ...base, config: { ...base.config, contentDir: content, shiftMs: 0, demo: true } };
  first = await publish();
}, 60_000);
afterAll(async () => {
  await rm(content, { recursive: true, force: true });
  await database.close();
});

async function publish() {
  const { texts, site } = await pushContent(ctx, {});
  return publishContent(ctx, { texts, site });
}

async function edit(path: string, change: (text: string) => string) {
  const file = join(content, path);
  await writeFile(file, change(await readFile(file, 'utf8')));
}

const NOTE = 'notes/how-we-handle-incidents.en.mdx';
/** Facts that nobody acts on. */
const NAMES = 'allowedNames: [A supplier]\n';

test('what content/ holds becomes an edition; the same again makes none', async () => {
  expect(first.published).toBeGreaterThan(10);
  const edition = await loadEdition(database.db, null);
  const advisory = edition?.posts.find((post) => post.kind === 'advisory' && post.status === 'monitoring');
  expect(Object.keys(advisory?.texts ?? {}).sort()).toEqual(['ar', 'de', 'en']);
  expect(advisory?.texts.en?.rendered.sections.map((section) => section.key).sort()).toEqual(['can_do', 'doing', 'happened', 'information', 'more']);
  expect(advisory?.updates).toHaveLength(3);
  expect(advisory?.facts?.noticeId).toBeTruthy();
  expect(await publish()).toEqual({ edition: edition?.number, published: 0, site: false });
});

test('one changed note is one publication, and only that post is read again', async () => {
  const held = await loadEdition(database.db, null);
  await edit(NOTE, (text) => `${text}\nOne more sentence stands here.\n`);
  const after = await publish();
  expect(after).toEqual({ edition: (held?.number ?? 0) + 1, published: 1, site: false });
  const next = await loadEdition(database.db, held);
  const untouched = held?.posts.find((post) => post.kind === 'advisory');
  expect(next?.posts).toContain(untouched);
  const note = next?.posts.find((post) => post.slug === 'how-we-handle-incidents');
  expect(JSON.stringify(note?.texts.en?.rendered)).toContain('One more sentence stands here.');
});

test('posts of the same instant keep their order, whichever was published last', async () => {
  for (const name of ['how-we-handle-incidents', 'where-to-get-our-apps'])
    for (const locale of ['en', 'de', 'ar']) await edit(`notes/${name}.${locale}.mdx`, (text) => text.replace(/^date: .*$/m, 'date: 2026-01-01T00:00:00Z'));
  await publish();
  let held = await loadEdition(database.db, null);
  const order = held?.posts.map(({ slug }) => slug);
  for (const name of ['where-to-get-our-apps', 'how-we-handle-incidents']) {
    await edit(`notes/${name}.en.mdx`, (text) => `${text}\nOne more sentence stands here.\n`);
    await publish();
    held = await loadEdition(database.db, held);
    expect(held?.posts.map(({ slug }) => slug)).toEqual(order);
  }
});

test('a broken file stops everything, names its place, and changes nothing', async () => {
  const counts = () => Promise.all([database.db.revision.count(), database.db.edition.count(), database.db.factsRevision.count()]);
  const before = await counts();
  await edit(NOTE, (text) => `${text}\n\n{process.exit()}\n`);
  const refused = await pushContent(ctx, {}).catch((error: unknown) => error);
  expect(refused).toMatchObject({ kind: 'invalid' });
  expect(Object.keys((refused as { fields: object }).fields)[0]).toMatch(/how-we-handle-incidents\.en\.mdx:\d+:\d+$/);
  expect(await counts()).toEqual(before);
  await edit(NOTE, (text) => text.replace('\n\n{process.exit()}\n', ''));
});

test('changed facts publish every text that reads them', async () => {
  const held = await loadEdition(database.db, null);
  const slug = held?.posts.find((post) => post.status === 'monitoring')?.slug as string;
  await edit(`incidents/${slug}/incident.yaml`, (text) => text.replace('1.0.0', '1.0.1') + CORRECTION);
  const { published } = await publish();
  expect(published).toBe(12);
  expect(JSON.stringify((await loadEdition(database.db, held))?.posts.find((post) => post.slug === slug)?.facts)).toContain('1.0.1');
});

test('two publications at once are numbered one after the other', async () => {
  const { edition } = await publish();
  for (const path of [NOTE, 'notes/where-to-get-our-apps.en.mdx']) await edit(path, (text) => `${text}\nAnother sentence stands here.\n`);
  const { push } = await pushContent(ctx, {});
  const { texts } = await readPush(ctx, { push });
  const numbers = await Promise.all([texts.slice(0, -3), texts.slice(-3)].map((some) => publishContent(ctx, { texts: some }).then((view) => view.edition)));
  expect(numbers.sort((a, b) => a - b)).toEqual([edition + 1, edition + 2]);
});

test('of two publishers, the one who pushed first does not undo what the other published', async () => {
  const mine = await pushContent(ctx, {});
  for (const path of [NOTE, 'incidents/internal-systems-access/incident.yaml']) {
    await edit(path, (text) => (path === NOTE ? `${text}\nA correction stands here.\n` : `${text}${NAMES}`));
    const { edition } = await publish();
    await expect(publishContent(ctx, { texts: mine.texts })).rejects.toMatchObject({ kind: 'conflict', reason: 'published_meanwhile' });
    expect((await loadEdition(database.db, null))?.number).toBe(edition);
    await edit(path, (text) => (path === NOTE ? text.replace('\nA correction stands here.\n', '') : text.replace(NAMES, '')));
    // Who goes back pushes again.
    expect((await publish()).edition).toBe(edition + 1);
  }
}, 60_000);

test('a customer may neither push nor publish', async () => {
  const customer: DoorContext = {
    ...ctx,
    actor: {
      kind: 'account',
      accountId: 1n,
      sessionId: 's',
      roles: ['admin'],
      session: 'full',
      hasFactor: true,
      authenticated: { at: new Date(), level: 'factor' },
    },
  };
  await expect(pushContent(customer, {})).rejects.toMatchObject({ kind: 'forbidden' });
  await expect(publishContent(customer, { texts: [] })).rejects.toMatchObject({ kind: 'forbidden' });
});
