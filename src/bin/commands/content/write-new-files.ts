import { existsSync } from 'node:fs';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { OperatorError } from '#config/operator-error.ts';

/** Writes files that are not there yet, by their paths below a folder: all of them, or none. What is there is never written over. */
export async function writeNewFiles(dir: string, files: Readonly<Record<string, string>>): Promise<void> {
  const taken = Object.keys(files).find((path) => existsSync(join(dir, path)));
  if (taken !== undefined) throw new OperatorError(`"${join(dir, taken)}" is there already, and nothing was written. Choose another name.`);
  const written: string[] = [];
  try {
    for (const [path, text] of Object.entries(files)) {
      const file = join(dir, path);
      await mkdir(dirname(file), { recursive: true });
      await writeFile(file, text, { flag: 'wx' });
      written.push(file);
    }
  } catch (error) {
    await Promise.all(written.map((file) => rm(file, { force: true })));
    throw error;
  }
}
