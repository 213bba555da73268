import { constants } from 'node:fs';
import { access, readlink, rm, stat, statfs, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { type Check, fail, ok, warn } from './check.ts';

/** Bytes: an edition of five hundred advisories takes some hundred megabytes, and a few are kept. */
const SCARCE = 1024 ** 3;
const TOO_LITTLE = 100 * 1024 ** 2;

export const disk: Check = {
  name: 'disk',
  needs: [],
  async look({ dataDir }) {
    const folder = await nearest(dataDir);
    if (!(await stat(folder)).isDirectory()) return fail(`CANDOR_DATA: "${folder}" is a file, where a folder should be. Name another place.`);
    if (folder !== dataDir)
      return (await writable(folder))
        ? warn(`CANDOR_DATA: "${dataDir}" is not there yet; candor serve makes it. On a machine that serves nothing that is as it should be.`)
        : fail(`CANDOR_DATA: "${dataDir}" is not there, and this user may not make it in "${folder}".`);
    const trial = join(dataDir, `.doctor-${process.pid}`);
    const refused = await writeFile(trial, 'x', { flag: 'wx', mode: 0o600 }).then(
      () => null,
      (cause: NodeJS.ErrnoException) => cause.code,
    );
    await rm(trial, { force: true });
    if (refused === 'ENOSPC' || refused === 'EDQUOT') return fail(`CANDOR_DATA: the disk of "${dataDir}" is full. Make room.`);
    if (refused === 'EROFS') return fail(`CANDOR_DATA: the disk of "${dataDir}" can only be read. Look at how it is mounted.`);
    if (refused !== null) return fail(`CANDOR_DATA: this user may not write in "${dataDir}".`);
    const { bavail, bsize } = await statfs(dataDir);
    const free = bavail * bsize;
    const left = `${(free / 1024 ** 3).toFixed(1)} GB left`;
    if (free < TOO_LITTLE) return fail(`CANDOR_DATA: ${left} on the disk of "${dataDir}". Make room, or the next edition can't be kept.`);
    const kept = await readlink(join(dataDir, 'editions', 'current')).catch(() => null);
    if (kept === null)
      return warn(`"${dataDir}" holds no edition: until the database answers, nothing could be served from here. candor serve keeps one (${left}).`);
    const edition = Number.parseInt(kept, 10);
    if (free < SCARCE) return warn(`CANDOR_DATA: ${left} on the disk of "${dataDir}"; edition ${edition} is there.`);
    return ok(`Edition ${edition} is in "${dataDir}"; ${left}.`);
  },
};

/** The folder, or the nearest one above it that is there. */
async function nearest(folder: string): Promise<string> {
  const there = await access(folder).then(
    () => true,
    () => false,
  );
  return there || dirname(folder) === folder ? folder : nearest(dirname(folder));
}

function writable(folder: string): Promise<boolean> {
  return access(folder, constants.W_OK).then(
    () => true,
    () => false,
  );
}
