import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from './bundle.ts';
import type { Manifest, StoredDocument } from './edition-files.ts';
import { isPacked } from './packed-bytes.ts';

/**
 * Reads the newest edition that `storeEdition` kept below `dataDir`, with all its bytes; null before the first. Throws on a damaged disk.
 * In one go, for a process that does nothing else yet: promises of thousands of files would leave it twice as large.
 */
export function readBundle(dataDir: string): Bundle | null {
  const current = join(dataDir, 'editions', 'current');
  if (!existsSync(current)) return null;
  const folder = realpathSync(current);
  const { documents, ...head }: Manifest = JSON.parse(readFileSync(`${folder}.json`, 'utf8'));
  return { ...head, documents: new Map(documents.map((document) => [document.path, { ...document, packed: readPacked(folder, document) }])) };
}

function readPacked(folder: string, document: StoredDocument): Buffer {
  return document.file === null ? Buffer.alloc(0) : readFileSync(join(folder, document.file + (isPacked(document) ? '.br' : '')));
}
