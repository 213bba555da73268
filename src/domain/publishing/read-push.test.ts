import { readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { DoorContext } from '#domain/core/context.ts';
import { operator, testContext, visitor } from '#tests/support/context.ts';
import { testDatabase } from '#tests/support/database.ts';
import { sampleFiles, writeContent } from '#tests/support/sample-content.ts';
import { loadEdition } from './load-edition.ts';
import { publishContent } from './publish.ts';
import { pushContent } from './push.ts';
import { readPush } from './read-push.ts';

const NOTE = 'notes/how-we-work.en.mdx';
const FACTS = 'incidents/access/incident.yaml';
let database: Awaited<ReturnType<typeof testDatabase>>;
let content: Awaited<ReturnType<typeof writeContent>>;
let ctx: DoorContext;

beforeEach(async () => {
  database = await testDatabase();
  content = await writeContent(sampleFiles());
  const base = testContext(database.db, operator);
  ctx = { ...base, config: { ...base.config, contentDir: content.dir, shiftMs: 0, demo: true } };
});
afterEach(async () => {
  await content.remove();
  await database.close();
});

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(join(content.dir, path), change(await readFile(join(content.dir, path), 'utf8')));
}
const brand = (name: string) => edit('site.yaml', (text) => text.replace(/^brand: .*$/m, `brand: ${name}`));
const push = async () => (await pushContent(ctx, {})).push;
async function publish(number?: number) {
  const { texts, site } = await readPush(ctx, number === undefined ? {} : { push: number });
  return publishContent(ctx, { texts, site });
}

test('before the first push there is nothing, and an unknown number is named', async () => {
  await expect(readPush(ctx, {})).rejects.toMatchObject({ kind: 'not_found', message: expect.stringContaining('candor content push') });
  await push();
  await expect(readPush(ctx, { push: 99 })).rejects.toMatchObject({ kind: 'not_found', message: 'There is no push 99.' });
  await expect(readPush({ ...ctx, actor: visitor }, {})).rejects.toMatchObject({ kind: 'forbidden' });
});

test('what was pushed is published without the folder, exactly as it was then, though something newer was pushed', async () => {
  const first = await push();
  const before = await readPush(ctx, {});
  expect(before).toMatchObject({ push: first, edition: null });
  expect(before.news).toContainEqual({ path: 'site.yaml', news: 'new' });
  expect(before.news).toHaveLength(10);
  await edit(NOTE, (text) => `${text}\nMore.\n`);
  const second = await push();
  await rm(content.dir, { recursive: true });
  expect(await publish(first)).toEqual({ edition: 1, published: 9, site: true });
  expect(JSON.stringify(await loadEdition(database.db, null))).not.toContain('More.');
  expect((await readPush(ctx, {})).news).toEqual([{ path: NOTE, news: 'text' }]);
  expect((await readPush(ctx, { push: first })).news).toEqual([]);
  expect(await publish()).toEqual({ edition: 2, published: 1, site: false });
  expect(await readPush(ctx, {})).toMatchObject({ push: second, edition: 2, news: [] });
  expect(await publish()).toEqual({ edition: 2, published: 0, site: false });
});

test('each kind of news is said by its name', async () => {
  await push();
  await publish();
  await edit(FACTS, (text) => text.replace('By monitoring.', 'By a monitor.'));
  await brand('Presto');
  await push();
  const { news } = await readPush(ctx, {});
  const kinds = Object.groupBy(news, (one) => one.news);
  expect(kinds.text).toEqual([{ path: 'site.yaml', news: 'text' }]);
  expect(kinds.facts?.map(({ path }) => path).sort()).toEqual(
    ['ar', 'de', 'en'].flatMap((locale) => [`incidents/access/advisory.${locale}.mdx`, `incidents/access/updates/first.${locale}.mdx`]).sort(),
  );
  expect(await publish()).toEqual({ edition: 2, published: 6, site: true });
});

test('the same folder is the same push; one that goes back to an earlier state is a new one, and goes out', async () => {
  const first = await push();
  expect(await push()).toBe(first);
  await publish();
  await brand('Presto');
  await edit(NOTE, (text) => `${text}\nMore.\n`);
  await edit(FACTS, (text) => text.replace('By monitoring.', 'By a monitor.'));
  expect(await push()).toBe(first + 1);
  await publish();
  await brand('Tempo');
  await edit(NOTE, (text) => text.replace('\nMore.\n', ''));
  await edit(FACTS, (text) => text.replace('By a monitor.', 'By monitoring.'));
  expect(await push()).toBe(first + 2);
  expect(await publish()).toMatchObject({ edition: 3, site: true, published: 7 });
  expect((await loadEdition(database.db, null))?.site.brand).toBe('Tempo');
});

test.each([
  ['another site', () => brand('Presto')],
  ['other facts', () => edit(FACTS, (text) => text.replace('By monitoring.', 'By a monitor.'))],
  ['another text', () => edit(NOTE, (text) => `${text}\nMore.\n`)],
])('of two publishers, the one with %s that is older sends nothing out', async (_, change) => {
  const older = await push();
  const mine = await readPush(ctx, {});
  await change();
  await push();
  const { edition } = await publish();
  const before = await loadEdition(database.db, null);
  const conflict = { kind: 'conflict', reason: 'published_meanwhile', message: expect.stringContaining('Push again') };
  await expect(readPush(ctx, { push: older })).rejects.toMatchObject(conflict);
  await expect(publishContent(ctx, { texts: mine.texts, site: mine.site })).rejects.toMatchObject(conflict);
  expect((await loadEdition(database.db, null))?.number).toBe(edition);
  expect(await loadEdition(database.db, null)).toEqual(before);
});

test('an older drawing of the same text is not published over a newer one', async () => {
  await push();
  const mine = await readPush(ctx, {});
  await publish();
  const note = mine.texts.at(-1) as (typeof mine.texts)[number];
  const { id: _id, ...stored } = await database.db.rendering.findUniqueOrThrow({ where: { id: note.rendering } });
  const newer = await database.db.rendering.create({ data: { ...stored, json: stored.json as object, toolchain: 'the next' } });
  await publishContent(ctx, { texts: [{ ...note, rendering: newer.id }] });
  await expect(publishContent(ctx, { texts: mine.texts, site: mine.site })).rejects.toMatchObject({ reason: 'published_meanwhile' });
  await push();
  expect((await readPush(ctx, {})).news).toHaveLength(1);
});
