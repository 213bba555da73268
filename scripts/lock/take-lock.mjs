// Built-ins only, for any Node from 20 on: the first command in a fresh clone imports this.
import { existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { isRunning, processMark } from './process-mark.mjs';

/**
 * Takes a lock, which dies with its holder; answers who has it or wants it, when somebody else does: another process's number. Who wants it
 * puts a file of its own beside it and then looks for others: of two that want it at once, both may be refused, and never both have it. A
 * file bears the mark of its process, and so nobody takes a live one for that of a dead process, which anybody may take away.
 * @param {string} path
 * @returns {{ release: () => void } | { holder: number }}
 */
export function takeLock(path) {
  const own = fileOf(path, String(processMark(process.pid)));
  if (existsSync(own)) return { holder: process.pid };
  const before = holderBeside(path, own);
  if (before !== null) return { holder: before };
  writeFileSync(own, '');
  const release = () => rmSync(own, { force: true });
  const after = holderBeside(path, own);
  if (after === null) return { release };
  release();
  return { holder: after };
}

/**
 * @param {string} path
 * @param {string} mark
 */
const fileOf = (path, mark) => `${path}.${encodeURIComponent(mark)}`;

/**
 * Another running process with a file there; those of dead ones go.
 * @param {string} path
 * @param {string} own
 * @returns {number | null}
 */
function holderBeside(path, own) {
  const beginning = `${basename(path)}.`;
  for (const name of readdirSync(dirname(path))) {
    const file = join(dirname(path), name);
    if (!name.startsWith(beginning) || file === join(own)) continue;
    const mark = markIn(name.slice(beginning.length));
    // A mark has a number first; another file of a like name is not ours.
    if (!/^\d+ /.test(mark)) continue;
    if (isRunning(mark)) return Number(mark.split(' ')[0]);
    rmSync(file, { force: true });
  }
  return null;
}

/** @param {string} encoded */
function markIn(encoded) {
  try {
    return decodeURIComponent(encoded);
  } catch {
    return '';
  }
}
