import { rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { PrismaClient } from '#generated/prisma/client.ts';
import type { DoorContext } from '#domain/core/context.ts';
import { sampleFiles, writeContent } from '#tests/support/sample-content.ts';
import { samplePicture } from '#tests/support/sample-pictures.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { testDatabase } from '#tests/support/database.ts';
import type { Edition } from '#model/edition.ts';
import { loadEdition } from './load-edition.ts';
import { publishContent } from './publish.ts';
import { pushContent } from './push.ts';

const NOTE = 'notes/how-we-work.en.mdx';
let database: Awaited<ReturnType<typeof testDatabase>>;
let content: Awaited<ReturnType<typeof writeContent>>;
let ctx: DoorContext;

beforeEach(async () => {
  database = await testDatabase();
  const files = sampleFiles();
  files[NOTE] = String(files[NOTE]).replace('A note.', '![A plan](plan.png)');
  const update = 'incidents/access/updates/first.en.mdx';
  files[update] = String(files[update]).replace('News.', '![A door](door.png)');
  content = await writeContent(files);
  await put('notes/plan.png', '#c00');
  await put('incidents/access/updates/door.png', '#0c0');
  const base = testContext(database.db, operator);
  ctx = { ...base, config: { ...base.config, contentDir: content.dir, shiftMs: 0, demo: true } };
});
afterEach(async () => {
  await content.remove();
  await database.close();
});

const put = async (path: string, colour: string) => writeFile(join(content.dir, path), await samplePicture({ colour }));

async function publish(): Promise<number> {
  const { texts, site } = await pushContent(ctx, {});
  return (await publishContent(ctx, { texts, site })).published;
}

/** The database, with every picture whose bytes are read noted. */
function noting(read: string[]): PrismaClient {
  const picture = {
    async findMany({ args, query }: { args: object; query: (args: object) => Promise<{ hash?: string }[]> }) {
      const rows = await query(args);
      read.push(...rows.map(({ hash }) => String(hash)));
      return rows;
    },
  };
  return database.db.$extends({ query: { picture: picture as never } }) as unknown as PrismaClient;
}

const noteOf = (edition: Edition | null) => edition?.posts.find(({ kind }) => kind === 'note')?.texts.en;
const updateOf = (edition: Edition | null) => edition?.posts.find(({ kind }) => kind === 'advisory')?.updates[0]?.texts.en;

test('an edition has what its posts and updates show, and nothing else', async () => {
  await publish();
  const edition = await loadEdition(database.db, null);
  const shown = [...(noteOf(edition)?.pictures ?? []), ...(updateOf(edition)?.pictures ?? [])];
  expect(shown).toHaveLength(2);
  expect([...(edition?.pictures.keys() ?? [])].sort()).toEqual([...shown].sort());
  expect(noteOf(edition)?.rendered.lead).toContain(`src="/pictures/${shown[0]}.webp"`);
  expect(Buffer.from(edition?.pictures.get(shown[0] as string) ?? []).toString('latin1')).toMatch(/^RIFF.{4}WEBP/s);
  expect(await publish()).toBe(0);
});

test('another picture under the same text is another revision; only its bytes are read, and the old ones are gone from the edition', async () => {
  await publish();
  const held = await loadEdition(database.db, null);
  const before = noteOf(held)?.pictures[0] as string;
  const door = updateOf(held)?.pictures[0] as string;
  await put('notes/plan.png', '#00c');
  const pushed = await pushContent(ctx, {});
  expect(pushed.changed).toEqual([join(content.dir, NOTE)]);
  await publishContent(ctx, { texts: pushed.texts, site: pushed.site });
  const read: string[] = [];
  const next = await loadEdition(noting(read), held);
  const after = noteOf(next)?.pictures[0] as string;
  expect(after).not.toBe(before);
  expect(read).toEqual([after]);
  expect([...(next?.pictures.keys() ?? [])].sort()).toEqual([after, door].sort());
  expect(next?.pictures.get(door)).toBe(held?.pictures.get(door));
  const revisions = await database.db.revision.findMany({ where: { post: { kind: 'note' }, locale: 'en' }, select: { source: true, sourceHash: true } });
  expect(new Set(revisions.map(({ source }) => source)).size).toBe(1);
  expect(new Set(revisions.map(({ sourceHash }) => sourceHash)).size).toBe(2);
});

test('a broken picture stops everything with its place named, and what is live stays', async () => {
  await publish();
  const before = await loadEdition(database.db, null);
  const counts = () => Promise.all([database.db.revision.count(), database.db.picture.count(), database.db.rendering.count()]);
  const rows = await counts();
  await writeFile(join(content.dir, 'notes/plan.png'), 'This is no picture.');
  await expect(pushContent(ctx, {})).rejects.toMatchObject({
    kind: 'invalid',
    fields: { [`${join(content.dir, NOTE)}:9:1`]: expect.stringMatching(/^image\/unreadable: "plan\.png"/) },
  });
  await rm(join(content.dir, 'notes/plan.png'));
  await expect(pushContent(ctx, {})).rejects.toMatchObject({ fields: { [`${join(content.dir, NOTE)}:9:1`]: expect.stringMatching(/^image\/missing/) } });
  expect(await counts()).toEqual(rows);
  expect(await loadEdition(database.db, null)).toEqual(before);
});
