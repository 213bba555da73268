import { link, mkdir, open, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bundle } from './bundle.ts';
import type { Manifest, ServedDocument } from './edition-files.ts';
import { nameOf, storedOf } from './edition-change.ts';
import { allEncodings, isPacked } from './packed-bytes.ts';
import { sumOf } from './sum-of.ts';

/** How many editions stay on disk: the current one, and two to look back at. */
const KEPT = 3;
/** Where an edition is made until it is complete. */
const MAKING = '.making';
/** File operations under way at once. */
const PARALLEL = 64;

/** An edition that is on disk. */
interface Stored {
  folder: string;
  bundle: Bundle;
}

/**
 * Writes a bundle as a folder of plain files, each but pictures with `.br` and `.gz` beside it, then makes it `current`.
 * What did not change since `previous`, which is on disk, is hard-linked; an edition that is on disk already is not touched. It has its
 * name only when it is complete and synced. Throws what the disk says, and then leaves nothing behind.
 */
export async function storeEdition(dataDir: string, bundle: Bundle, previous: Bundle | null): Promise<void> {
  if (previous && isSame(bundle, previous)) return;
  const editions = join(dataDir, 'editions');
  const name = nameOf(bundle);
  const folder = join(editions, name);
  const making = join(editions, MAKING);
  try {
    await writeAll(making, bundle, previous && { folder: join(editions, nameOf(previous)), bundle: previous });
  } catch (error) {
    await rm(making, { recursive: true, force: true });
    await rm(`${making}.json`, { force: true });
    throw error;
  }
  await rm(folder, { recursive: true, force: true });
  await rename(making, folder);
  await rename(`${making}.json`, `${folder}.json`);
  const next = join(editions, `.current-${process.pid}`);
  await rm(next, { force: true });
  await symlink(name, next);
  await rename(next, join(editions, 'current'));
  await sync(editions);
  await removeOld(editions, name);
}

/** Whether two editions are one, document by document: an unchanged document is the same object. */
function isSame(bundle: Bundle, previous: Bundle): boolean {
  if (nameOf(bundle) !== nameOf(previous) || bundle.documents.size !== previous.documents.size) return false;
  return bundle.documents.values().every((document) => previous.documents.get(document.path) === document);
}

async function writeAll(folder: string, bundle: Bundle, previous: Stored | null): Promise<void> {
  // One that was left half-made by a process that was killed.
  await rm(folder, { recursive: true, force: true });
  const documents = [...bundle.documents.values()];
  const folders = new Set(documents.flatMap((document) => (document.file ? [dirname(join(folder, document.file))] : [])));
  for (const path of folders) await mkdir(path, { recursive: true });
  await inParallel(documents, (document) => storeDocument(folder, document, previous));
  for (const path of [...folders, folder]) await sync(path);
  const manifest: Manifest = {
    number: bundle.number,
    publishedAt: bundle.publishedAt,
    build: bundle.build,
    site: bundle.site,
    documents: documents.map((document) => ({ ...storedOf(document), sum: sumOf(document.packed) })),
  };
  await writeFile(`${folder}.json`, JSON.stringify(manifest), { flush: true });
}

async function storeDocument(folder: string, document: ServedDocument, previous: Stored | null): Promise<void> {
  const { file } = document;
  if (file === null) return;
  const suffixes = isPacked(document) ? ['', '.gz', '.br'] : [''];
  const from = previous?.bundle.documents.get(document.path)?.etag === document.etag ? previous?.folder : undefined;
  if (from !== undefined && (await linked(suffixes.map((suffix) => [join(from, file + suffix), join(folder, file + suffix)])))) return;
  const { identity, gzip, br } = await allEncodings(document);
  for (const [suffix, bytes] of [
    ['', identity],
    ['.gz', gzip],
    ['.br', br],
  ] as const) {
    if (bytes === null) continue;
    const target = join(folder, file + suffix);
    // One that was linked is another edition's, too.
    await rm(target, { force: true });
    await writeFile(target, bytes, { flush: true });
    await utimes(target, document.mtime, document.mtime);
  }
}

/** Whether every file of an earlier edition could be linked into this one. */
async function linked(pairs: [from: string, to: string][]): Promise<boolean> {
  return Promise.all(pairs.map(([from, to]) => link(from, to))).then(
    () => true,
    () => false,
  );
}

/** Ends when all work has, whatever became of it; throws the first fault. */
async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  const done = await Promise.allSettled(
    Array.from({ length: PARALLEL }, async () => {
      for (const item of queue) await work(item);
    }),
  );
  for (const each of done) if (each.status === 'rejected') throw each.reason;
}

/** A folder's entries are safe on disk only once the folder itself is synced. */
async function sync(path: string): Promise<void> {
  const handle = await open(path);
  await handle.sync().finally(() => handle.close());
}

async function removeOld(editions: string, current: string): Promise<void> {
  const names = (await readdir(editions)).filter((entry) => entry.endsWith('.json')).map((entry) => entry.slice(0, -5));
  const old = names
    .filter((entry) => entry !== current)
    .sort((a, b) => Number.parseInt(b, 10) - Number.parseInt(a, 10))
    .slice(KEPT - 1);
  for (const entry of old) {
    await rm(join(editions, `${entry}.json`), { force: true });
    await rm(join(editions, entry), { recursive: true, force: true });
  }
}
