import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import type { ShownPicture } from '#compiler/grammar/place-pictures.ts';

/** Bytes: the most that a picture's file may have. */
const MAX_BYTES = 5 * 1024 * 1024;

/**
 * A file that is, byte for byte, a picture that was proven and made anew before, by the SHA-256 (hex) of those: it is taken as it is, since making it
 * anew once more would make another one. Null for every other file. Nothing is decoded.
 */
export async function storedPictureFile(folder: string, name: string, hashes: ReadonlySet<string>): Promise<ShownPicture | null> {
  if (hashes.size === 0) return null;
  const path = join(folder, name);
  const about = await stat(path).catch(() => null);
  if (!about?.isFile() || about.size > MAX_BYTES) return null;
  if (!(await realpath(path)).startsWith((await realpath(folder)) + sep)) return null;
  const bytes = await readFile(path).catch(() => null);
  const hash = bytes && createHash('sha256').update(bytes).digest('hex');
  return bytes && hash && hashes.has(hash) ? { hash, ...sizeOf(bytes) } : null;
}

/** Pixels, from the header of a WebP of our own (RFC 9649 §2.5 to §2.7). */
function sizeOf(webp: Buffer): { width: number; height: number } {
  if (webp.toString('latin1', 12, 16) === 'VP8X') return { width: webp.readUIntLE(24, 3) + 1, height: webp.readUIntLE(27, 3) + 1 };
  return { width: webp.readUInt16LE(26) & 0x3fff, height: webp.readUInt16LE(28) & 0x3fff };
}
