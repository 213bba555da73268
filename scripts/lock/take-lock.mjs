import { linkSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { isRunning, processMark } from './process-mark.mjs';

/**
 * Takes a lock, which dies with its holder. Answers null, or who has it: another process's number. A lock whose holder is gone is struck
 * out, and answered as 0: try again.
 * @param {string} path
 * @returns {number | null}
 */
export function takeLock(path) {
  // Linked when it is whole: nobody finds a lock that does not say whose it is.
  const own = `${path}.${process.pid}`;
  writeFileSync(own, String(processMark(process.pid)));
  try {
    linkSync(own, path);
    return null;
  } catch (error) {
    if (error.code !== 'EEXIST') throw error;
  } finally {
    rmSync(own, { force: true });
  }
  let holder = '';
  try {
    holder = readFileSync(path, 'utf8');
  } catch {
    return 0;
  }
  if (isRunning(holder)) return Number(holder.split(' ')[0]);
  rmSync(path, { force: true });
  return 0;
}
