import { appendFile, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { toldIncidents } from '#domain/status/told-incidents.ts';
import type { DoorContext } from '#domain/core/context.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { LOCALES, paths } from '#paths';
import { createAccount } from '#tests/support/accounts.ts';
import { operator, testContext } from '#tests/support/context.ts';
import { CORRECTION } from '#tests/support/content/correction.ts';
import { testDatabase } from '#tests/support/database.ts';
import { sampleFiles, writeContent } from '#tests/support/sample-content.ts';
import { loadEdition } from './load-edition.ts';
import { publishContent } from './publish.ts';
import { pushContent } from './push.ts';

const UPDATE = 'incidents/access/updates/first';
const NOTE = 'notes/how-we-work';
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

async function publish() {
  const pushed = await pushContent(ctx, {});
  const { texts, site } = pushed;
  return { pushed, view: await publishContent(ctx, { texts, site }) };
}

async function edit(path: string, change: (text: string) => string): Promise<void> {
  await writeFile(join(content.dir, path), change(await readFile(join(content.dir, path), 'utf8')));
}

async function inEachLocale(work: (locale: string) => Promise<void>): Promise<void> {
  for (const locale of LOCALES) await work(locale);
}

test('what is live and gone from the folder is named and stays as it is, whatever became of the facts', async () => {
  await publish();
  const before = await loadEdition(database.db, null);
  await inEachLocale((locale) => rm(join(content.dir, `${UPDATE}.${locale}.mdx`)));
  await edit(FACTS, (text) => text.replace('1.2.3', '1.2.4') + CORRECTION);
  const { pushed, view } = await publish();
  expect(pushed.warnings).toEqual(
    [...LOCALES].sort().map((locale) => expect.stringMatching(new RegExp(`^${join(content.dir, UPDATE)}\\.${locale}\\.mdx:1:1 structure/live-and-missing: `))),
  );
  expect(view).toEqual({ edition: 2, published: 3, site: false });
  const after = await loadEdition(database.db, before);
  expect(after).toEqual(await loadEdition(database.db, null));
  const [was, is] = [before, after].map((edition) => edition?.posts.find(({ kind }) => kind === 'advisory'));
  expect(is?.updates).toEqual(was?.updates);
  expect(is?.facts?.platforms).not.toEqual(was?.facts?.platforms);
});

test('a live incident whose folder is gone is named, and its texts are, and all of it stays', async () => {
  await publish();
  const before = await loadEdition(database.db, null);
  await rm(join(content.dir, 'incidents'), { recursive: true });
  const { pushed, view } = await publish();
  expect(pushed.warnings.map((warning) => warning.replace(`${content.dir}/`, '').replace(/: .*/, ''))).toEqual([
    ...[...LOCALES].sort().map((locale) => `incidents/access/advisory.${locale}.mdx:1:1 structure/live-and-missing`),
    `${FACTS}:1:1 structure/live-and-missing`,
    ...[...LOCALES].sort().map((locale) => `${UPDATE}.${locale}.mdx:1:1 structure/live-and-missing`),
  ]);
  expect(view.published).toBe(0);
  expect(await loadEdition(database.db, null)).toEqual(before);
});

test('a push changes nothing that is published: not the edition, not what an account is told', async () => {
  await publish();
  const account = await createAccount(database.db);
  const { id } = await database.db.incident.findFirstOrThrow();
  await database.db.cohort.create({
    data: { incidentId: id, name: 'android', rule: { everyone: true }, size: 1, staff: 0, countedAt: new Date(), toldFirst: true },
  });
  const seen = async () => [await loadEdition(database.db, null), (await toldIncidents(ctx, account.id)).incidents, await database.db.incident.findMany()];
  const before = await seen();
  await edit(
    FACTS,
    (text) => text.replace('1.2.3', '1.2.4').replace('detectedAt: 2014-05-23', 'detectedAt: 2014-05-22').replace('Unauthorised', 'Forbidden') + CORRECTION,
  );
  await inEachLocale((locale) => edit(`${UPDATE}.${locale}.mdx`, (text) => text.replace('monitoring', 'identified').replace('2014-05-27', '2014-05-28')));
  const pushed = await pushContent(ctx, {});
  expect(pushed.changed).toHaveLength(6);
  expect(await seen()).toEqual(before);
  await publishContent(ctx, { texts: pushed.texts, site: pushed.site });
  const after = await seen();
  expect(after[1]).toMatchObject([{ status: 'identified', facts: { title: { en: 'Forbidden access' } } }]);
  expect(after[2]).toMatchObject([{ title: 'Forbidden access', detectedAt: new Date('2014-05-22T08:00:00Z') }]);
});

test('where people are told first and nothing is published yet, they read the newest facts', async () => {
  await pushContent(ctx, {});
  const account = await createAccount(database.db);
  const { id } = await database.db.incident.findFirstOrThrow();
  await database.db.cohort.create({
    data: { incidentId: id, name: 'android', rule: { everyone: true }, size: 1, staff: 0, countedAt: new Date(), toldFirst: true },
  });
  await edit(FACTS, (text) => text.replace('Unauthorised', 'Forbidden'));
  await pushContent(ctx, {});
  expect((await toldIncidents(ctx, account.id)).incidents).toMatchObject([{ published: [], facts: { title: { en: 'Forbidden access' } } }]);
});

async function move(from: string, to: string, change: (text: string) => string): Promise<void> {
  await inEachLocale(async (locale) => {
    await rename(join(content.dir, `${from}.${locale}.mdx`), join(content.dir, `${to}.${locale}.mdx`));
    await edit(`${to}.${locale}.mdx`, change);
  });
}

test('what the lint calls an error makes nothing, and what it warns of is shown', async () => {
  await edit('incidents/access/advisory.en.mdx', (text) => text.replace('Lead.', 'Your data is safe.'));
  await expect(pushContent(ctx, {})).rejects.toMatchObject({
    kind: 'invalid',
    fields: { [`${join(content.dir, 'incidents/access/advisory.en.mdx')}:9:11`]: expect.stringMatching(/^claim\/absolute: "is safe" is a promise/) },
  });
  expect(await Promise.all([database.db.revision.count(), database.db.push.count()])).toEqual([0, 0]);
  await edit('incidents/access/advisory.en.mdx', (text) => text.replace('Your data is safe.', 'A threat actor came.'));
  expect((await publish()).pushed.warnings).toEqual([expect.stringMatching(/advisory\.en\.mdx:9:3 readability\/jargon: /)]);
}, 30_000);

test('a live text under another name is refused with the name that it keeps; another text in its place is not', async () => {
  await publish();
  const SECOND = 'incidents/access/updates/second';
  const otherWords = (text: string) => text.replace('News.', 'Other news.');
  const otherDay = (text: string) => text.replace('date: 2014-05-27', 'date: 2014-05-28');
  const counts = () => Promise.all([database.db.revision.count(), database.db.post.count(), database.db.update.count()]);
  const before = await counts();
  for (const [from, to, change] of [
    [UPDATE, SECOND, otherWords],
    [UPDATE, SECOND, otherDay],
    [NOTE, 'notes/second', (text: string) => text.replace('title: A title', 'title: Another')],
  ] as const) {
    const files = await Promise.all(LOCALES.map((locale) => readFile(join(content.dir, `${from}.${locale}.mdx`), 'utf8')));
    const name = basename(from);
    await move(from, to, (text) => change(text.replace(`slug: ${name}`, 'slug: second')));
    await expect(pushContent(ctx, {})).rejects.toMatchObject({
      kind: 'invalid',
      fields: { [`${join(content.dir, to)}.en.mdx:1:1`]: expect.stringContaining(`"slug: ${name}"`) },
    });
    await inEachLocale((locale) => rm(join(content.dir, `${to}.${locale}.mdx`)));
    await Promise.all(LOCALES.map((locale, index) => writeFile(join(content.dir, `${from}.${locale}.mdx`), files[index] as string)));
  }
  expect(await counts()).toEqual(before);
  await move(UPDATE, SECOND, (text) => otherDay(otherWords(text.replace('slug: first', 'slug: second'))));
  expect((await publish()).view.published).toBe(3);
  expect((await loadEdition(database.db, null))?.posts.find(({ kind }) => kind === 'advisory')?.updates.map(({ slug }) => slug)).toEqual(['second', 'first']);
});

/** The database, with every statement counted that Prisma is asked for. */
function counting(count: { statements: number }): PrismaClient {
  return database.db.$extends({
    query: {
      $allOperations({ args, query }) {
        count.statements += 1;
        return query(args);
      },
    },
  }) as unknown as PrismaClient;
}

test('a push takes as many statements for a large folder as for a small one', async () => {
  async function statements(): Promise<number> {
    const count = { statements: 0 };
    await pushContent({ ...ctx, db: counting(count) }, {});
    return count.statements;
  }
  const small = await statements();
  const note = await readFile(join(content.dir, `${NOTE}.en.mdx`), 'utf8');
  for (let n = 0; n < 6; n += 1)
    await inEachLocale((locale) =>
      writeFile(join(content.dir, `notes/n${n}.${locale}.mdx`), note.replace('how-we-work', `n${n}`).replace('locale: en', `locale: ${locale}`)),
    );
  expect(await statements()).toBe(small);
  expect(small).toBeLessThan(30);
});

test('two pushes at once, and one more, make each revision once and name the same', async () => {
  const both = await Promise.all([pushContent(ctx, {}), pushContent(ctx, {})]);
  expect(both.map(({ changed }) => changed.length).sort((a, b) => a - b)).toEqual([0, both[0].texts.length]);
  const counts = () =>
    Promise.all([database.db.revision.count(), database.db.rendering.count(), database.db.factsRevision.count(), database.db.siteRevision.count()]);
  const before = await counts();
  expect(before).toEqual([both[0].texts.length, both[0].texts.length, 1, 1]);
  const third = await pushContent(ctx, {});
  for (const { texts, site } of both) expect({ texts, site }).toEqual({ texts: third.texts, site: third.site });
  expect(await counts()).toEqual(before);
  await appendFile(join(content.dir, `${NOTE}.en.mdx`), '\nMore.\n');
  const fourth = await pushContent(ctx, {});
  expect(fourth.texts.filter(({ revision }) => !third.texts.some((text) => text.revision === revision))).toHaveLength(1);
});

test('a link leads to what is live, in the folder or not; a text that is live already is warned of, and another refused', async () => {
  const note = `${NOTE}.en.mdx`;
  const to = (path: string) => (text: string) => `${text}\n[Read on](${path}).\n`;
  const dead = expect.stringMatching(/link\/no-such-page: /);
  await publish();
  await inEachLocale((locale) => rm(join(content.dir, `${UPDATE}.${locale}.mdx`)));
  await edit(note, to(paths.update('en', 'access', 'first')));
  expect((await publish()).view).toMatchObject({ edition: 2, published: 1 });
  await edit(note, to(paths.update('en', 'access', 'second')));
  const refused = await pushContent(ctx, {}).catch((error: unknown) => error);
  expect(Object.values((refused as { fields: Record<string, string> }).fields)).toEqual([dead]);
  // As if it had gone out before links were judged.
  const source = await readFile(join(content.dir, note), 'utf8');
  const live = await database.db.publication.findFirstOrThrow({ where: { editionNumber: 2 } });
  await database.db.revision.update({ where: { id: live.revisionId }, data: { source } });
  expect((await pushContent(ctx, {})).warnings).toContainEqual(dead);
});
