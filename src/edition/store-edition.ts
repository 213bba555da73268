import { link, mkdir, open, readdir, rename, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import type { Bundle } from './bundle.ts';
import type { Manifest, ServedDocument } from './edition-files.ts';
import { nameOf, storedOf } from './edition-change.ts';
import { allEncodings, isPacked } from './packed-bytes.ts';

/** How many editions stay on disk: the current one, and two to look back at. */
const KEPT = 3;
/** File operations under way at once. */
const PARALLEL = 64;

/**
 * Writes a bundle as a folder of plain files, each but pictures with `.br` and `.gz` beside it, then makes it `current`.
 * What did not change since `previous` is hard-linked. Complete and synced before the link is replaced.
 */
export async function storeEdition(dataDir: string, bundle: Bundle, previous: Bundle | null): Promise<void> {
  const editions = join(dataDir, 'editions');
  const name = nameOf(bundle);
  const folder = join(editions, name);
  const earlier = previous && nameOf(previous) !== name ? join(editions, nameOf(previous)) : null;
  await rm(folder, { recursive: true, force: true });
  const documents = [...bundle.documents.values()];
  const folders = new Set(documents.flatMap((document) => (document.file ? [dirname(join(folder, document.file))] : [])));
  for (const path of folders) await mkdir(path, { recursive: true });
  await inParallel(documents, (document) => storeDocument(folder, document, earlier, previous));
  for (const path of [...folders, folder]) await sync(path);

  const manifest: Manifest = {
    number: bundle.number,
    publishedAt: bundle.publishedAt,
    build: bundle.build,
    site: bundle.site,
    documents: documents.map(storedOf),
  };
  await writeFile(`${folder}.json`, JSON.stringify(manifest), { flush: true });
  const next = join(editions, `.current-${process.pid}`);
  await rm(next, { force: true });
  await symlink(name, next);
  await rename(next, join(editions, 'current'));
  await sync(editions);
  await removeOld(editions, name);
}

async function storeDocument(folder: string, document: ServedDocument, earlier: string | null, previous: Bundle | null): Promise<void> {
  const { file } = document;
  if (file === null) return;
  const suffixes = isPacked(document) ? ['', '.gz', '.br'] : [''];
  const unchanged = earlier !== null && previous?.documents.get(document.path)?.etag === document.etag;
  if (unchanged && (await linked(suffixes.map((suffix) => [join(earlier, file + suffix), join(folder, file + suffix)])))) return;
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

async function inParallel<T>(items: readonly T[], work: (item: T) => Promise<void>): Promise<void> {
  const queue = items.values();
  await Promise.all(
    Array.from({ length: PARALLEL }, async () => {
      for (const item of queue) await work(item);
    }),
  );
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
