import { afterAll, beforeAll, expect, test } from 'vitest';
import type { DoorContext } from '#domain/core/context.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { testDatabase } from '#tests/support/database.ts';
import { sampleFiles, writeContent } from '#tests/support/sample-content.ts';
import { openDatabase } from '#domain/core/postgres/database.ts';
import type { Edition } from '#model/edition.ts';
import { loadEdition } from './load-edition.ts';
import type { NamedText } from './named-text.ts';
import { publishContent } from './publish.ts';
import { pushContent, type PushView } from './push.ts';

let database: Awaited<ReturnType<typeof testDatabase>>;
let content: Awaited<ReturnType<typeof writeContent>>;
let ctx: DoorContext;
let pushed: PushView;

beforeAll(async () => {
  database = await testDatabase();
  content = await writeContent(sampleFiles());
  const base = testContext(database.db, operator);
  ctx = { ...base, config: { ...base.config, contentDir: content.dir, shiftMs: 0, demo: true } };
  pushed = await pushContent(ctx, {});
});
afterAll(async () => {
  await content.remove();
  await database.close();
});

/** The named texts of a kind. */
async function those(kind: 'advisory' | 'update' | 'note'): Promise<NamedText[]> {
  const rows = await database.db.revision.findMany({ include: { post: true } });
  const ids = rows.filter((row) => (row.updateId === null ? row.post.kind : 'update') === kind).map((row) => row.id);
  return pushed.texts.filter(({ revision }) => ids.includes(revision));
}

const counts = () => Promise.all([database.db.edition.count(), database.db.publication.count()]);

test('the first edition needs a site, and an update its advisory', async () => {
  await expect(publishContent(ctx, { texts: await those('note') })).rejects.toMatchObject({ kind: 'invalid', fields: { site: expect.any(String) } });
  await expect(publishContent(ctx, { texts: await those('update'), site: pushed.site })).rejects.toThrow(
    'The advisory "access" is not published; nothing was.',
  );
  expect(await counts()).toEqual([0, 0]);
});

test('what is not named stays as it is', async () => {
  const notes = await those('note');
  expect(await publishContent(ctx, { texts: notes, site: pushed.site })).toEqual({ edition: 1, published: notes.length, site: true });
  expect((await loadEdition(database.db, null))?.posts.map(({ kind }) => kind)).toEqual(['note']);
  expect(await publishContent(ctx, { texts: await those('advisory') })).toEqual({ edition: 2, published: 3, site: false });
  expect((await loadEdition(database.db, null))?.posts.find(({ kind }) => kind === 'advisory')?.updates).toEqual([]);
  expect(await publishContent(ctx, { texts: pushed.texts, site: pushed.site })).toEqual({ edition: 3, published: 3, site: false });
  expect(await publishContent(ctx, { texts: pushed.texts, site: pushed.site })).toEqual({ edition: 3, published: 0, site: false });
});

test('names that do not belong together publish nothing', async () => {
  const [advisory, other] = (await those('advisory')) as [NamedText, NamedText];
  const [note] = (await those('note')) as [NamedText];
  const before = await counts();
  for (const texts of [
    [{ ...advisory, rendering: other.rendering }],
    [{ ...advisory, facts: null }],
    [{ ...note, facts: advisory.facts }],
    [advisory, advisory],
    [{ ...advisory, revision: 99_999 }],
    [{ ...advisory, rendering: 99_999 }],
  ])
    await expect(publishContent(ctx, { texts }), JSON.stringify(texts)).rejects.toMatchObject({ kind: 'invalid' });
  await expect(publishContent(ctx, { texts: [], site: 99_999 })).rejects.toMatchObject({ kind: 'invalid' });
  expect(await counts()).toEqual(before);
});

test('another toolchain makes another rendering: a text that was not changed by its author does not say so', async () => {
  const before = await loadEdition(database.db, null);
  const [note] = (await those('note')) as [NamedText];
  const { id: _id, ...stored } = await database.db.rendering.findUniqueOrThrow({ where: { id: note.rendering } });
  const json = { ...(stored.json as object), rendered: { lead: '<p>Made anew.</p>', sections: [] } };
  const made = await database.db.rendering.create({ data: { ...stored, json, toolchain: 'the next' } });
  expect(await loadEdition(database.db, null)).toEqual(before);
  expect(await publishContent({ ...ctx, now: new Date() }, { texts: [{ ...note, rendering: made.id }] })).toMatchObject({ published: 1 });
  const [was, is] = [before, await loadEdition(database.db, null)].map((edition) => edition?.posts.find(({ kind }) => kind === 'note'));
  expect(JSON.stringify(is)).toContain('Made anew.');
  expect(is?.changedAt).toBe(was?.changedAt);
});

test('a page that can’t be made is named, and nothing was published', async () => {
  const before = [await counts(), await loadEdition(database.db, null)];
  const [note] = (await those('note')) as [NamedText];
  const { id: _id, ...stored } = await database.db.rendering.findUniqueOrThrow({ where: { id: note.rendering } });
  const rendering = await database.db.rendering.create({ data: { ...stored, json: { ...(stored.json as object), rendered: { lead: '' } } } });
  const refused = publishContent(ctx, { texts: [{ ...note, rendering: rendering.id }] });
  await expect(refused).rejects.toMatchObject({
    kind: 'invalid',
    message: expect.stringMatching(/^Nothing was published: \/(de\/|ar\/)?blog\/how-we-work can’t be made\.$/),
  });
  expect([await counts(), await loadEdition(database.db, null)]).toEqual(before);
});

test('facts, a site or a picture that can’t be loaded are named, and nothing was published', async () => {
  const before = [await counts(), await loadEdition(database.db, null)];
  const [advisory] = (await those('advisory')) as [NamedText];
  const { id: _facts, ...facts } = await database.db.factsRevision.findUniqueOrThrow({ where: { id: advisory.facts as number } });
  const broken = await database.db.factsRevision.create({ data: { ...facts, json: {} } });
  await expect(publishContent(ctx, { texts: [{ ...advisory, facts: broken.id }] })).rejects.toThrow(/^Edition \d+ can’t be loaded: the facts of "access" /);
  const site = await database.db.siteRevision.create({ data: { json: {}, hash: 'none', createdAt: new Date() } });
  await expect(publishContent(ctx, { texts: [], site: site.id })).rejects.toThrow(/can’t be loaded: its site /);
  const [note] = (await those('note')) as [NamedText];
  const { id: _id, ...stored } = await database.db.rendering.findUniqueOrThrow({ where: { id: note.rendering } });
  const rendering = await database.db.rendering.create({ data: { ...stored, json: { ...(stored.json as object), pictures: ['f00'] } } });
  await expect(publishContent(ctx, { texts: [{ ...note, rendering: rendering.id }] })).rejects.toThrow('the picture f00 is not stored');
  expect([await counts(), await loadEdition(database.db, null)]).toEqual(before);
});

test('what another process published meanwhile, and what was rolled back, are no part of what this one holds', async () => {
  const [note] = (await those('note')) as [NamedText];
  const { id: _id, ...stored } = await database.db.rendering.findUniqueOrThrow({ where: { id: note.rendering } });
  const rendering = (lead: string) =>
    database.db.rendering.create({ data: { ...stored, json: { ...(stored.json as object), rendered: { lead, sections: [] } } } });
  const previous: (Edition | null)[] = [];
  const noting = { ...ctx, renderEdition: (before: Edition | null) => void previous.push(before) };
  const failing = { ...ctx, renderEdition: () => Promise.reject(new Error('not this one')) };
  await publishContent(noting, { texts: [{ ...note, rendering: (await rendering('one')).id }] });
  const other = openDatabase(database.url);
  await publishContent({ ...noting, db: other.db }, { texts: [{ ...note, rendering: (await rendering('two')).id }] });
  await other.close();
  await expect(publishContent(failing, { texts: [{ ...note, rendering: (await rendering('three')).id }] })).rejects.toThrow('not this one');
  const live = await loadEdition(database.db, null);
  await publishContent(noting, { texts: [{ ...note, rendering: (await rendering('four')).id }] });
  expect(previous.at(-1)).toEqual(live);
});
