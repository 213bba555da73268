import { mkdir } from 'node:fs/promises';
import { join } from 'node:path';
import { unshiftDates } from '#compiler/text/shift-dates.ts';
import { OperatorError } from '#config/operator-error.ts';
import type { DoorContext } from '#domain/core/context.ts';
import { rendererOf } from '#domain/posts/renderer-of.ts';
import { readPicture } from '#domain/publishing/pull/read-picture.ts';
import { type Pulled, readPull } from '#domain/publishing/pull/read-pull.ts';
import { compareFolder } from './compare-folder.ts';
import { writeFileWhole } from './write-file-whole.ts';

interface PullInto {
  dir: string;
  drafts: boolean;
  /** Write over what nobody pushed. */
  force: boolean;
}

interface PulledInto {
  /** The edition that is live; null before the first. */
  edition: number | null;
  /** Paths below the folder. */
  written: string[];
  unchanged: number;
}

/**
 * Writes what is published, or being written, into a folder: each file whole, and only what differs. Other files stay as they are. Throws
 * OperatorError, naming each, where files hold what nobody pushed; then nothing was written.
 */
export async function pullInto(ctx: DoorContext, { dir, drafts, force }: PullInto): Promise<PulledInto> {
  const pulled = await readPull(ctx, { drafts });
  await mkdir(dir, { recursive: true });
  const { same, write, foreign } = await compareFolder({
    dir,
    pulled,
    shiftMs: ctx.config.shiftMs,
    pictureHash: (folder, name) => rendererOf(ctx).pictureHash(folder, name),
  });
  if (foreign.length > 0 && !force)
    throw new OperatorError(
      [
        'Nothing was written. What stands here nobody pushed, so it would be lost:',
        ...foreign.map((path) => `  ${path}`),
        'Push it, move it away, or write over it with --force.',
      ].join('\n'),
    );
  const written = [...write, ...foreign].sort();
  await writeAll(ctx, dir, pulled, written);
  return { edition: pulled.edition, written, unchanged: same.length };
}

/** Pictures are in memory one after the other. */
async function writeAll(ctx: DoorContext, dir: string, { files, pictures }: Pulled, paths: string[]): Promise<void> {
  const texts = new Map(files.map(({ path, text }) => [path, text]));
  const hashes = new Map(pictures.map(({ path, hash }) => [path, hash]));
  for (const [done, path] of paths.entries()) {
    ctx.progress?.('Writing files', done, paths.length);
    const text = texts.get(path);
    const bytes = text === undefined ? await readPicture(ctx, { hash: hashes.get(path) as string }) : Buffer.from(unshiftDates(text, ctx.config.shiftMs));
    await writeFileWhole(join(dir, path), bytes);
  }
}
