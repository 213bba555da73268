import { readFile, readlink } from 'node:fs/promises';
import { basename, join } from 'node:path';
import type { PublicDocument } from '#model/edition.ts';
import type { Site } from '#model/site.ts';

/** One document of a stored edition; `file` is its path below the edition's folder, null for a redirect. */
export interface StoredDocument {
  path: string;
  file: string | null;
  /** Hash of everything the document was made from: unchanged, its bytes are reused. */
  key: string;
  status: PublicDocument['status'];
  contentType: string;
  location: string | null;
  csp: string | null;
  /** Strong: a hash of the bytes. */
  etag: string;
  /** Seconds since 1970 in which the bytes last changed; always later than its predecessor's. */
  mtime: number;
}

/** A document with its bytes. */
export interface ServedDocument extends StoredDocument {
  /** As the smallest encoding has them (`packed-bytes.ts`); none for a redirect. The others are made from it when somebody asks. */
  packed: Buffer;
}

/** `editions/<number>-<build>.json`, beside the folder of the same name. */
export interface Manifest {
  number: number;
  publishedAt: string;
  build: string;
  site: Site;
  documents: StoredDocument[];
}

export interface EditionFiles {
  /** The newest complete edition's manifest, or null before the first. Cheap when nothing has changed. */
  manifest(): Promise<Manifest | null>;
}

/** Pictures are compressed by themselves, and are stored and sent as they are. */
export function isPicture(contentType: string): boolean {
  return contentType.startsWith('image/');
}

/** Reads what `storeEdition` wrote below `dataDir`. Needs no database; throws only on a damaged disk. */
export function openEditionFiles(dataDir: string): EditionFiles {
  const editions = join(dataDir, 'editions');
  let cached: { name: string; manifest: Manifest } | null = null;
  return {
    async manifest() {
      const name = await readlink(join(editions, 'current')).then(basename, () => null);
      if (name === null) return null;
      if (cached?.name !== name) cached = { name, manifest: JSON.parse(await readFile(join(editions, `${name}.json`), 'utf8')) };
      return cached.manifest;
    },
  };
}
