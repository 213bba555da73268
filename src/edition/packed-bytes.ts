import { promisify } from 'node:util';
import { brotliDecompress, brotliDecompressSync, gzip, gzipSync } from 'node:zlib';
import { isPicture, type ServedDocument, type StoredDocument } from './edition-files.ts';

/** One level everywhere: the same document has the same bytes on every instance, in memory and on disk. */
const GZIP = { level: 6 };

/** Whether a document's `packed` bytes are Brotli. Pictures are compressed by themselves, and a redirect has none. */
export function isPacked({ location, contentType }: Pick<StoredDocument, 'location' | 'contentType'>): boolean {
  return location === null && !isPicture(contentType);
}

/** The bytes in an encoding that a client asked for: some tenths of a millisecond. */
export function unpacked(document: ServedDocument, encoding: 'gzip' | 'identity'): Buffer {
  if (!isPacked(document)) return document.packed;
  const identity = brotliDecompressSync(document.packed);
  return encoding === 'identity' ? identity : gzipSync(identity, GZIP);
}

/** All encodings, made beside the thread that answers. */
export async function allEncodings(document: ServedDocument): Promise<{ identity: Buffer; gzip: Buffer | null; br: Buffer | null }> {
  const { packed } = document;
  if (!isPacked(document)) return { identity: packed, gzip: null, br: null };
  const identity = await promisify(brotliDecompress)(packed);
  return { identity, gzip: await promisify<Buffer, object, Buffer>(gzip)(identity, GZIP), br: packed };
}
