import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';

/** What a build is made of. `content/` is not: it is pushed, not built. */
export const SOURCE_FOLDERS = ['app', 'prisma', 'src'];
const SOURCE_FILES = ['proxy.ts', 'next.config.mjs', 'package-lock.json', 'package.json', 'scripts/support/bundle.ts', 'scripts/build.ts'];

/** A short id of all sources: the same text gives the same build. */
export async function sourcesId(): Promise<string> {
  const files = await Promise.all(
    SOURCE_FOLDERS.map(async (folder) =>
      (await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []))
        .filter((entry) => entry.isFile())
        .map((entry) => join(entry.parentPath, entry.name)),
    ),
  );
  const hash = createHash('sha256');
  for (const path of [...files.flat().filter((path) => !/\.test\.tsx?$/.test(path)), ...SOURCE_FILES].sort()) {
    const bytes = await readFile(path).catch(() => null);
    if (bytes) hash.update(`${path}\0${bytes.length}\0`).update(bytes);
  }
  return hash.digest('hex').slice(0, 12);
}
