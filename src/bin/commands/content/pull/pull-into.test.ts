import { chmod, mkdir, readdir, readFile, rm, stat, symlink, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { parse, stringify } from 'yaml';
import { pushContent } from '#domain/publishing/push.ts';
import type { DoorContext } from '#domain/core/context.ts';
import { LOCALES } from '#paths';
import { operator, testContext } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { publishAll } from '#tests/support/content/publish-all.ts';
import { sampleFiles, writeContent } from '#tests/support/sample-content.ts';
import { samplePicture } from '#tests/support/sample-pictures.ts';
import { pullInto } from './pull-into.ts';

let database: TestDatabase;
let content: Awaited<ReturnType<typeof writeContent>>;
let other: Awaited<ReturnType<typeof writeContent>>;
beforeEach(async () => {
  database = await testDatabase();
  content = await writeContent(sampleFiles());
  other = await writeContent({});
});
afterEach(async () => {
  await Promise.all([content.remove(), other.remove()]);
  await database.close();
});

function at(contentDir: string, shiftMs = 0): DoorContext {
  const base = testContext(database.db, operator);
  return { ...base, config: { ...base.config, contentDir, shiftMs } };
}
async function publish(ctx: DoorContext) {
  const pushed = await pushContent(ctx, {});
  await publishAll(ctx, pushed);
  return pushed;
}
const pull = (dir: string, more: { drafts?: boolean; force?: boolean; shiftMs?: number } = {}) =>
  pullInto(at(dir, more.shiftMs), { dir, drafts: more.drafts ?? false, force: more.force ?? false });

/** Every file of a folder, by its path. */
async function filesOf(dir: string): Promise<Record<string, string>> {
  const entries = await readdir(dir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  const read = await Promise.all(files.sort().map(async (file) => [file.slice(dir.length + 1), (await readFile(file)).toString('latin1')] as const));
  return Object.fromEntries(read);
}

const WORDS = [
  'Plain words.',
  'Cafe\u0301 and Caf\u00e9.',
  'A *word* and `code`.',
  '- one\n- two',
  '> said',
  '| a | b |\n| - | - |\n| c | d |',
  '\u{1F512} closed.',
];
const COMPONENTS = [
  'At <Time at="2014-05-27T14:00:00Z" />, on <Time at="2014-05-27T14:00:00Z" date />.',
  '<Note>\nSet apart.\n</Note>',
  '<Platforms />',
  '<DataInvolved />',
  '<Measures />',
  '<TrustedStores />',
  '<NextUpdate />',
  '<Statement />',
];
const PICTURE = '![A plan](./plan.png)\n\n![The same](pictures/other.webp)';
const blocks = (kinds: string[]) => fc.array(fc.constantFrom(...kinds), { minLength: 1, maxLength: 5 });
/** How a file is written, whatever it says. */
const spelling = fc.record({
  eol: fc.constantFrom('\n', '\r\n'),
  bom: fc.boolean(),
  end: fc.constantFrom('', '\n', '\n\n  \n'),
});
const folder = fc.record({
  // The languages of a text say the same.
  update: blocks([...WORDS, ...COMPONENTS, PICTURE]),
  note: blocks([...WORDS, ...COMPONENTS.slice(0, 2), PICTURE]),
  en: spelling,
  de: spelling,
  ar: spelling,
  comment: fc.constantFrom('', '# a comment of ours\n', '# cafe\u0301\r\n'),
  colours: fc.boolean(),
});
type Folder = typeof folder extends fc.Arbitrary<infer Value> ? Value : never;

async function filesFor({ comment, colours, update, note, ...spellings }: Folder): Promise<Record<string, string | Uint8Array>> {
  const files: Record<string, string | Uint8Array> = sampleFiles();
  for (const name of ['site.yaml', 'incidents/access/incident.yaml']) files[name] = comment + files[name];
  for (const folder of ['notes', 'incidents/access/updates']) {
    files[`${folder}/plan.png`] = await samplePicture({ colour: colours ? '#00c' : '#c00' });
    files[`${folder}/pictures/other.webp`] = await samplePicture({ colour: '#0c0', width: 30 });
  }
  for (const locale of LOCALES) {
    const { eol, bom, end } = spellings[locale];
    const written = (path: string, body: string[]) => {
      const head = String(files[path]).split('---\n').slice(0, 2).join('---\n');
      files[path] = `${bom ? '\uFEFF' : ''}${`${head}---\n\n${body.join('\n\n')}`.replaceAll('\n', eol)}${end}`;
    };
    written(`incidents/access/updates/first.${locale}.mdx`, update);
    written(`notes/how-we-work.${locale}.mdx`, note);
  }
  return files;
}

test('push and pull give each other the same bytes, and the same revisions, for every component and language', async () => {
  await fc.assert(
    fc.asyncProperty(folder, async (given) => {
      const [own, far] = await Promise.all([writeContent(await filesFor(given)), writeContent({})]);
      try {
        const pushed = await publish(at(own.dir));
        await pull(far.dir);
        const [before, after] = await Promise.all([filesOf(own.dir), filesOf(far.dir)]);
        const written = (files: Record<string, string>) => Object.fromEntries(Object.entries(files).filter(([path]) => /\.(?:mdx|yaml)$/.test(path)));
        expect(written(after)).toEqual(written(before));
        expect(await pushContent(at(far.dir), {})).toMatchObject({ push: pushed.push, changed: [], site: pushed.site, texts: pushed.texts });
        // Neither finds anything to write, the folder with the pictures as they were drawn among them.
        for (const { dir } of [own, far]) expect((await pull(dir)).written).toEqual([]);
        expect(await filesOf(own.dir)).toEqual(before);
        expect(await filesOf(far.dir)).toEqual(after);
      } finally {
        await Promise.all([own.remove(), far.remove()]);
      }
    }),
    { numRuns: 3, endOnFailure: true },
  );
}, 300_000);

test('a pulled folder has the pictures that its texts show, as they are served', async () => {
  await writeFile(join(content.dir, 'notes/plan.png'), await samplePicture());
  await writeFile(join(content.dir, 'notes/how-we-work.en.mdx'), `${sampleFiles()['notes/how-we-work.en.mdx']}\n![A plan](plan.png)\n`);
  await publish(at(content.dir));
  const { written } = await pull(other.dir);
  expect(written).toContain('notes/plan.png');
  const [picture] = await database.db.picture.findMany();
  expect(Buffer.compare(await readFile(join(other.dir, 'notes/plan.png')), Buffer.from(picture?.bytes ?? []))).toBe(0);
  // Another picture of that name is pushed and not published: what is live goes on having its own.
  await writeFile(join(content.dir, 'notes/plan.png'), await samplePicture({ colour: '#00c' }));
  await pushContent(at(content.dir), {});
  expect((await pull(other.dir)).written).toEqual([]);
  expect((await pull(other.dir, { drafts: true })).written).toEqual(['notes/plan.png']);
  // It is known, so that nothing of anybody's is lost by writing over it.
  expect((await pull(other.dir)).written).toEqual(['notes/plan.png']);
});

test('a file that holds what nobody pushed stops all of it, is named, and is written over when that is wanted', async () => {
  await publish(at(content.dir));
  const own = join(content.dir, 'notes/how-we-work.en.mdx');
  const facts = join(content.dir, 'incidents/access/incident.yaml');
  const before = { note: await readFile(own, 'utf8'), facts: await readFile(facts, 'utf8') };
  await writeFile(own, `${before.note}\nMore.\n`);
  await writeFile(facts, `# mine\n${before.facts}`);
  await writeFile(join(content.dir, 'notes/another.en.mdx'), 'Mine alone.');
  await rm(join(content.dir, 'notes/how-we-work.de.mdx'));
  const held = await filesOf(content.dir);
  await expect(pull(content.dir)).rejects.toThrow(/nobody pushed[\s\S]*\n {2}incidents\/access\/incident\.yaml\n {2}notes\/how-we-work\.en\.mdx\n/);
  expect(await filesOf(content.dir)).toEqual(held);
  await chmod(own, 0o600);
  expect((await pull(content.dir, { force: true })).written).toEqual([
    'incidents/access/incident.yaml',
    'notes/how-we-work.de.mdx',
    'notes/how-we-work.en.mdx',
  ]);
  expect(await readFile(own, 'utf8')).toBe(before.note);
  expect((await stat(own)).mode & 0o777).toBe(0o600);
  expect(await readFile(join(content.dir, 'notes/another.en.mdx'), 'utf8')).toBe('Mine alone.');
});

test('what was pushed once is known: a pull goes back from it, and forth to what is being written', async () => {
  await publish(at(content.dir));
  const own = join(content.dir, 'notes/how-we-work.en.mdx');
  const before = await readFile(own, 'utf8');
  await writeFile(own, `${before}\nMore.\n`);
  await pushContent(at(content.dir), {});
  expect((await pull(content.dir)).written).toEqual(['notes/how-we-work.en.mdx']);
  expect((await pull(content.dir, { drafts: true })).written).toEqual(['notes/how-we-work.en.mdx']);
  const { id: postId } = await database.db.post.findFirstOrThrow({ where: { kind: 'note' } });
  await database.db.draft.create({ data: { postId, locale: 'en', source: 'A draft.', savedAt: new Date(Date.now() + 1_000) } });
  expect((await pull(content.dir, { drafts: true })).written).toEqual(['notes/how-we-work.en.mdx']);
  expect(await readFile(own, 'utf8')).toBe('A draft.');
  expect((await pull(content.dir)).written).toEqual(['notes/how-we-work.en.mdx']);
});

test('a comment in the facts makes no other facts, and comes back', async () => {
  const first = await publish(at(content.dir));
  const facts = join(content.dir, 'incidents/access/incident.yaml');
  const told = `# why we know\n${await readFile(facts, 'utf8')}`;
  await writeFile(facts, told);
  expect(await pushContent(at(content.dir), {})).toMatchObject({ push: first.push, changed: [] });
  await pull(other.dir);
  expect(await readFile(join(other.dir, 'incidents/access/incident.yaml'), 'utf8')).toBe(told);
});

test('facts and a site from before their YAML was kept are written so that they say the same', async () => {
  const first = await publish(at(content.dir));
  await database.db.factsRevision.updateMany({ data: { source: null } });
  await database.db.siteRevision.updateMany({ data: { source: null } });
  await pull(other.dir);
  const read = async (dir: string) => parse(await readFile(join(dir, 'incidents/access/incident.yaml'), 'utf8'));
  expect(await read(other.dir)).toMatchObject(await read(content.dir));
  expect(await pushContent(at(other.dir), {})).toMatchObject({ push: first.push, changed: [], site: first.site });
  // From then on it is what stands there.
  const spelt = stringify(await read(other.dir), { defaultStringType: 'QUOTE_DOUBLE' });
  await writeFile(join(other.dir, 'incidents/access/incident.yaml'), spelt);
  expect(await pushContent(at(other.dir), {})).toMatchObject({ push: first.push });
  expect((await pull(other.dir)).written).toEqual([]);
});

test('where dates are moved on their way in, they come out as they were written', async () => {
  const shiftMs = 4_521 * 86_400_000 + 12_345_678;
  const pushed = await publish(at(content.dir, shiftMs));
  expect((await pull(content.dir, { shiftMs })).written).toEqual([]);
  await pull(other.dir, { shiftMs });
  expect(await filesOf(other.dir)).toEqual(await filesOf(content.dir));
  expect(await pushContent(at(other.dir, shiftMs), {})).toMatchObject({ push: pushed.push, changed: [] });
});

test('nothing is written through a link that leads out of the folder, nor over a folder', async () => {
  await publish(at(content.dir));
  await mkdir(join(other.dir, 'in'));
  await symlink(other.dir, join(other.dir, 'in/notes'));
  await mkdir(join(other.dir, 'in/site.yaml'));
  await expect(pull(join(other.dir, 'in'))).rejects.toThrow(/notes\/how-we-work\.ar\.mdx[\s\S]*site\.yaml/);
  expect((await readdir(other.dir)).sort()).toEqual(['in']);
});

test('before anything is published there is nothing to write', async () => {
  await expect(pull(other.dir)).rejects.toThrow('Nothing is published yet');
  await pushContent(at(content.dir), {});
  await expect(pull(other.dir)).rejects.toThrow('Nothing is published yet');
  const { edition, written } = await pull(other.dir, { drafts: true });
  expect({ edition, files: written.length }).toEqual({ edition: null, files: 11 });
});
