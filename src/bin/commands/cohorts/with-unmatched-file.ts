import { constants } from 'node:fs';
import { access, lstat, open, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { OperatorError } from '#config/operator-error.ts';
import type { Unmatched } from '#domain/cohorts/listed.ts';

/** Only its owner may read what may be addresses. */
const MODE = 0o600;

/**
 * Does `work`, which gives the lines that it couldn't match to `keep` before it changes anything; they stand in a new file, that goes again
 * where the work fails. Throws an OperatorError where there is such a file already, or none can be made, before anything is done.
 */
export async function withUnmatchedFile<T>(path: string, work: (keep: (unmatched: Unmatched[]) => Promise<void>) => Promise<T>): Promise<T> {
  if (await lstat(path).catch(() => null)) throw refusal(path, 'EEXIST');
  await access(dirname(path), constants.W_OK | constants.X_OK).catch((error: NodeJS.ErrnoException) => {
    throw refusal(path, error.code);
  });
  let made = false;
  try {
    return await work(async (unmatched) => {
      try {
        const file = await open(path, 'wx', MODE);
        made = true;
        await file.writeFile(unmatched.map(({ line, typed }) => `${line}\t${typed}\n`).join('')).finally(() => file.close());
      } catch (error) {
        throw refusal(path, (error as NodeJS.ErrnoException).code);
      }
    });
  } catch (error) {
    if (made) await rm(path, { force: true });
    throw error;
  }
}

function refusal(path: string, code: string | undefined): OperatorError {
  if (code === 'EEXIST') return new OperatorError(`There is a file ${path} already. Name another by --unmatched.`);
  const why = code === 'ENOSPC' || code === 'EDQUOT' ? 'The disk is full: the' : 'The';
  return new OperatorError(`${why} file ${path} can’t be written. Name another by --unmatched.`);
}
