import { existsSync, readFileSync, realpathSync } from 'node:fs';
import { join } from 'node:path';
import type { Bundle } from './bundle.ts';
import type { KeptDocument, Manifest, ServedDocument } from './edition-files.ts';
import { isPacked } from './packed-bytes.ts';
import { sumOf } from './sum-of.ts';

/**
 * Reads the newest edition that `storeEdition` kept below `dataDir`, with all its bytes; null before the first. A document whose file is
 * gone or is not what was written is left out, and told to `onDamaged`: the others are served, and the next edition has it again. Throws when
 * the list of documents can't be read.
 * In one go, for a process that does nothing else yet: promises of thousands of files would leave it twice as large.
 */
export function readBundle(dataDir: string, onDamaged: (path: string, cause: unknown) => void): Bundle | null {
  const current = join(dataDir, 'editions', 'current');
  if (!existsSync(current)) return null;
  const folder = realpathSync(current);
  const { documents, ...head }: Manifest = JSON.parse(readFileSync(`${folder}.json`, 'utf8'));
  const read = new Map<string, ServedDocument>();
  for (const stored of documents) {
    try {
      read.set(stored.path, readDocument(folder, stored));
    } catch (cause) {
      onDamaged(stored.path, cause);
    }
  }
  return { ...head, documents: read };
}

function readDocument(folder: string, { sum, ...stored }: KeptDocument): ServedDocument {
  if (stored.file === null) return { ...stored, packed: Buffer.alloc(0) };
  const packed = readFileSync(join(folder, stored.file + (isPacked(stored) ? '.br' : '')));
  if (sum !== undefined && sumOf(packed) !== sum) throw new Error(`${stored.file} is not what was written.`);
  return { ...stored, packed };
}
