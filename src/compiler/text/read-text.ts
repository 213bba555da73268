import { readFile, stat } from 'node:fs/promises';
import type { Finding } from './finding.ts';
import { MAX_BYTES, tooBig } from './limits.ts';

/** Reads a text file whole; an unreadable, oversized or wrongly encoded one gives findings and no text. */
export async function readText(path: string): Promise<{ source: string; findings: Finding[] }> {
  const refuse = (rule: string, message: string, line = 1, column = 1) => ({
    source: '',
    findings: [{ rule, severity: 'error' as const, line, column, message }],
  });
  try {
    const about = await stat(path);
    // A pipe or a device may never end.
    if (about.isDirectory()) return refuse('text/unreadable', 'This is a folder. Name the files in it.');
    if (!about.isFile()) return refuse('text/unreadable', 'This is not a file. Name a file.');
    if (about.size > MAX_BYTES) return { source: '', findings: [tooBig(about.size)] };
    const bytes = await readFile(path);
    const bad = invalidUtf8At(bytes);
    if (bad === null) return { source: bytes.toString('utf8'), findings: [] };
    const before = bytes
      .subarray(0, bad)
      .toString('utf8')
      .split(/\r\n|\r|\n/);
    return refuse('text/not-utf-8', 'This byte is not UTF-8. Save the file as UTF-8.', before.length, (before.at(-1)?.length ?? 0) + 1);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    const missing = code === 'ENOENT' || code === 'ENOTDIR';
    return missing
      ? refuse('text/missing-file', 'There is no such file. Check its name.')
      : refuse('text/unreadable', 'This file can’t be read. Check its name and permissions.');
  }
}

/** Where the first byte stands that is not UTF-8: the longest valid beginning, by halving. */
function invalidUtf8At(bytes: Buffer): number | null {
  const valid = (end: number) => {
    try {
      // `stream` lets a sequence stand unfinished at the end of a beginning.
      new TextDecoder('utf-8', { fatal: true }).decode(bytes.subarray(0, end), { stream: end < bytes.length });
      return true;
    } catch {
      return false;
    }
  };
  if (valid(bytes.length)) return null;
  let low = 0;
  let high = bytes.length;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (valid(middle)) low = middle;
    else high = middle;
  }
  return low;
}
