import { createHash } from 'node:crypto';
import { readFile, realpath } from 'node:fs/promises';
import { basename, dirname, join, sep } from 'node:path';
import { shiftDates } from '#compiler/text/shift-dates.ts';
import type { Pulled } from '#domain/publishing/pull/read-pull.ts';

interface Compared {
  /** Paths of what is there as it would be written. */
  same: string[];
  /** … of what is not there, and of what holds something that is stored. */
  write: string[];
  /** … of what holds something that nobody pushed. */
  foreign: string[];
}

interface CompareOptions {
  dir: string;
  pulled: Pulled;
  /** As dates were moved when they were pushed. */
  shiftMs: number;
  /** What a picture's file is once it is made anew; null for what can't be. */
  pictureHash: (folder: string, name: string) => Promise<string | null>;
}

const hashOf = (bytes: Buffer | string) => createHash('sha256').update(bytes).digest('hex');

/** What stands in a folder already, beside what would be written there. */
export async function compareFolder({ dir, pulled, shiftMs, pictureHash }: CompareOptions): Promise<Compared> {
  const compared: Compared = { same: [], write: [], foreign: [] };
  const root = await realpath(dir).catch(() => dir);
  for (const { path, text, known } of pulled.files) {
    const held = await readHeld(root, join(dir, path));
    const said = held && held !== 'elsewhere' ? shiftedText(held, shiftMs) : null;
    if (held === null) compared.write.push(path);
    else if (said === text) compared.same.push(path);
    else compared[said !== null && known.includes(hashOf(said)) ? 'write' : 'foreign'].push(path);
  }
  const stored = new Set(pulled.storedPictures);
  for (const { path, hash } of pulled.pictures) {
    const file = join(dir, path);
    const held = await readHeld(root, file);
    if (held === null) {
      compared.write.push(path);
      continue;
    }
    // The picture that was pushed and the one that was made of it are one picture.
    const own = held === 'elsewhere' ? null : stored.has(hashOf(held)) ? hashOf(held) : await pictureHash(dirname(file), basename(file));
    if (own === hash) compared.same.push(path);
    else compared[own !== null && stored.has(own) ? 'write' : 'foreign'].push(path);
  }
  return compared;
}

/** The text as a push would store it; null for what is no UTF-8. */
function shiftedText(bytes: Buffer, shiftMs: number): string | null {
  const text = bytes.toString('utf8');
  return Buffer.from(text).equals(bytes) ? shiftDates(text, shiftMs) : null;
}

/** A file's bytes; null where there is none, `elsewhere` for what is no file of this folder: nothing is written through a link that leads out. */
async function readHeld(root: string, path: string): Promise<Buffer | 'elsewhere' | null> {
  try {
    if (!(await realpath(path)).startsWith(root + sep)) return 'elsewhere';
    return await readFile(path);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT') return (await isInside(root, dirname(path))) ? null : 'elsewhere';
    if (code === 'EISDIR' || code === 'ENOTDIR' || code === 'ELOOP') return 'elsewhere';
    throw error;
  }
}

/** Whether a folder, or the nearest one above it that is there, is in the root. */
async function isInside(root: string, folder: string): Promise<boolean> {
  const real = await realpath(folder).catch(() => null);
  if (real === null) return isInside(root, dirname(folder));
  return real === root || real.startsWith(root + sep);
}
