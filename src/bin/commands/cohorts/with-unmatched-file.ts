import { open, rm } from 'node:fs/promises';
import { OperatorError } from '#config/operator-error.ts';
import type { Unmatched } from '#domain/cohorts/listed.ts';

/** Only its owner may read what may be addresses. */
const MODE = 0o600;

/**
 * Does `work` with a new file at hand for the lines that it couldn't match; the file goes again where there are none, or the work fails.
 * Throws an OperatorError where there is such a file already, or none can be made, before anything is done.
 */
export async function withUnmatchedFile<T extends { unmatched: Unmatched[] }>(path: string, work: () => Promise<T>): Promise<T> {
  const file = await open(path, 'wx', MODE).catch((error: NodeJS.ErrnoException) => {
    throw new OperatorError(
      error.code === 'EEXIST'
        ? `There is a file ${path} already. Name another by --unmatched.`
        : `The file ${path} can’t be written. Name another by --unmatched.`,
    );
  });
  try {
    const result = await work();
    await file.writeFile(result.unmatched.map(({ line, typed }) => `${line}\t${typed}\n`).join(''));
    await file.close();
    if (result.unmatched.length === 0) await rm(path);
    return result;
  } catch (error) {
    await file.close().catch(() => undefined);
    await rm(path, { force: true });
    throw error;
  }
}
