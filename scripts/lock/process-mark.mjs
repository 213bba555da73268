// Built-ins only, for any Node from 20 on: the first command in a fresh clone imports this.
import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';

/**
 * A process by its number, the machine's boot and when it began, since numbers come again. Null when no process of this number runs.
 * @param {number} pid
 * @returns {string | null}
 */
export function processMark(pid) {
  try {
    if (process.platform !== 'linux') return `${pid} ${execFileSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' }).trim()}`;
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
    // proc(5): the name, in parentheses, may hold anything; the state is field 3 and the start, in ticks since the boot, is field 22.
    const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
    return fields[0] === 'Z' ? null : `${pid} ${readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim()} ${fields[19]}`;
  } catch {
    return null;
  }
}

/**
 * Whether the process of a mark runs.
 * @param {unknown} mark
 */
export function isRunning(mark) {
  return typeof mark === 'string' && processMark(Number(mark.split(' ')[0])) === mark;
}
