import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Bundle, makeBundle } from './bundle.ts';
import { readBundle } from './read-bundle.ts';
import { recipe } from './recipe.ts';
import { storeEdition } from './store-edition.ts';

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'candor-editions-'));
});
afterEach(() => rm(dir, { recursive: true, force: true }));

/** The newest edition on disk, which is whole. */
const onDisk = () =>
  readBundle(dir, (path, cause) => {
    throw new Error(`${path} is damaged.`, { cause });
  });

const site = { brand: 'Tempo' } as Bundle['site'];

function bundleOf(number: number, pages: Record<string, string>, previous: Bundle | null, nowSeconds = 1_000): Promise<Bundle> {
  const recipes = Object.entries(pages).map(([path, body]) =>
    recipe(path, { body }, (input) => ({ path, status: 200, contentType: 'text/html; charset=utf-8', ...input })),
  );
  return makeBundle({ number, publishedAt: '2026-01-01T00:00:00Z', build: 'b', site }, recipes, previous, nowSeconds);
}

test('an edition is a folder of plain files with their encodings beside them', async () => {
  await storeEdition(dir, await bundleOf(1, { '/': 'home', '/de/advisories/x': 'eins' }, null), null);
  const current = join(dir, 'editions', 'current');
  expect(await readFile(join(current, 'index.html'), 'utf8')).toBe('home');
  expect(gunzipSync(await readFile(join(current, 'de/advisories/x.html.gz'))).toString()).toBe('eins');
  expect(brotliDecompressSync(await readFile(join(current, 'de/advisories/x.html.br'))).toString()).toBe('eins');
  const stored = onDisk();
  expect([...(stored?.documents.keys() ?? [])]).toEqual(['/', '/de/advisories/x']);
  expect(brotliDecompressSync(stored?.documents.get('/de/advisories/x')?.packed ?? '').toString()).toBe('eins');
  expect(stored?.site.brand).toBe('Tempo');
});

test('the next edition links what did not change, and readers see it at once', async () => {
  const first = await bundleOf(1, { '/': 'home', '/a': 'one' }, null);
  await storeEdition(dir, first, null);
  expect(onDisk()?.number).toBe(1);
  const second = await bundleOf(2, { '/': 'home', '/a': 'two' }, first);
  await storeEdition(dir, second, first);
  expect(onDisk()?.number).toBe(2);
  const inode = async (name: string) => (await stat(join(dir, 'editions', name))).ino;
  expect(await inode('1-b/index.html')).toBe(await inode('2-b/index.html'));
  expect(await inode('1-b/a.html')).not.toBe(await inode('2-b/a.html'));
});

test('a file that changes twice in one second gets a later time each time', async () => {
  const first = await bundleOf(1, { '/a': 'one' }, null, 1_000);
  const second = await bundleOf(2, { '/a': 'two' }, first, 1_000);
  const third = await bundleOf(3, { '/a': 'six' }, second, 1_000);
  expect([first, second, third].map((bundle) => bundle.documents.get('/a')?.mtime)).toEqual([1_000, 1_001, 1_002]);
  await storeEdition(dir, third, null);
  expect((await stat(join(dir, 'editions/current/a.html'))).mtimeMs).toBe(1_002_000);
});

test('an edition that is on disk already is not touched', async () => {
  const first = await bundleOf(1, { '/': 'home', '/a': 'one' }, null);
  await storeEdition(dir, first, null);
  const before = await stat(join(dir, 'editions/1-b/index.html'));
  await storeEdition(dir, await bundleOf(1, { '/': 'home', '/a': 'one' }, first), first);
  expect((await stat(join(dir, 'editions/1-b/index.html'))).ctimeMs).toBe(before.ctimeMs);
});

test('a disk that can’t hold the next edition keeps the one before, and nothing of the next', async () => {
  const first = await bundleOf(1, { '/': 'home' }, null);
  await storeEdition(dir, first, null);
  const long = Object.fromEntries(Array.from({ length: 200 }, (_, index) => [`/${index}`, `page ${index}`]));
  const second = await bundleOf(2, { ...long, [`/${'x'.repeat(300)}`]: 'no file system has so long a name' }, first);
  await expect(storeEdition(dir, second, first)).rejects.toThrow('ENAMETOOLONG');
  expect((await readdir(join(dir, 'editions'))).sort()).toEqual(['1-b', '1-b.json', 'current']);
  expect(onDisk()?.number).toBe(1);
});

test('what a killed process left half-made does not stand in the way', async () => {
  await mkdir(join(dir, 'editions/.making/a'), { recursive: true });
  await storeEdition(dir, await bundleOf(1, { '/a': 'one' }, null), null);
  expect((await readdir(join(dir, 'editions'))).sort()).toEqual(['1-b', '1-b.json', 'current']);
});

test('old editions go, three stay', async () => {
  let previous: Bundle | null = null;
  for (let number = 1; number <= 5; number += 1) {
    const next = await bundleOf(number, { '/a': `text ${number}` }, previous);
    await storeEdition(dir, next, previous);
    previous = next;
  }
  expect((await readdir(join(dir, 'editions'))).sort()).toEqual(['3-b', '3-b.json', '4-b', '4-b.json', '5-b', '5-b.json', 'current']);
});

test('a picture is kept as it is, without encodings beside it', async () => {
  const bytes = new Uint8Array([0, 255, 128, 10]);
  const path = '/pictures/x.webp';
  const picture = recipe(path, { body: bytes }, ({ body }) => ({ path, status: 200, contentType: 'image/webp', body }));
  const bundle = await makeBundle({ number: 1, publishedAt: '2026-01-01T00:00:00Z', build: 'b', site }, [picture], null, 1_000);
  await storeEdition(dir, bundle, null);
  expect(await readdir(join(dir, 'editions/current/pictures'))).toEqual(['x.webp']);
  expect(onDisk()?.documents.get(path)?.packed).toEqual(Buffer.from(bytes));
});

test('a redirect that leads elsewhere is another document, though it has the same bytes', async () => {
  const head = { number: 1, publishedAt: '2026-01-01T00:00:00Z', build: 'b', site };
  const to = (location: string) => [recipe('/x', { location }, (input) => ({ path: '/x', status: 302, contentType: 'text/plain', body: '', ...input }))];
  const first = await makeBundle(head, to('/a'), null, 1_000);
  expect((await makeBundle(head, to('/b'), first, 1_000)).documents.get('/x')?.location).toBe('/b');
});

test('a document that can’t be made is named', async () => {
  const failing = recipe('/x', {}, () => {
    throw new Error('no words');
  });
  await expect(makeBundle({ number: 1, publishedAt: '', build: 'b', site }, [failing], null, 1_000)).rejects.toThrow('/x can’t be made.');
});

test('before the first edition there is nothing, not an error', async () => {
  expect(onDisk()).toBeNull();
});

test('a document that is damaged on disk is left out, and stored again with the edition that has it', async () => {
  const whole = await bundleOf(1, { '/': 'home', '/a': 'one', '/b': 'two', '/c': 'three' }, null);
  await storeEdition(dir, whole, null);
  const file = (name: string) => join(dir, 'editions/1-b', name);
  await writeFile(file('a.html.br'), 'no Brotli');
  await writeFile(file('b.html.br'), brotliCompressSync('other'));
  await rm(file('c.html.br'));
  const damaged: string[] = [];
  const read = readBundle(dir, (path) => damaged.push(path));
  expect([damaged, [...(read?.documents.keys() ?? [])]]).toEqual([['/a', '/b', '/c'], ['/']]);
  await storeEdition(dir, whole, read);
  expect(readBundle(dir, (path) => damaged.push(path))?.documents.size).toBe(4);
  expect(damaged).toHaveLength(3);
});
