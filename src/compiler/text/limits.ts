import { oddities } from './characters.ts';
import type { Finding } from './finding.ts';

/** Of a post's file, in bytes. */
export const MAX_BYTES = 256 * 1024;
/** What must hold before any parser sees the text: size, encoding, visible characters. Linear in its length. */
export function checkLimits(source: string): Finding[] {
  const bytes = Buffer.byteLength(source);
  if (bytes > MAX_BYTES) return [tooBig(bytes)];
  return checkCharacters(source);
}

export function tooBig(bytes: number): Finding {
  const message = `The file has ${Math.ceil(bytes / 1024)} KiB; ${MAX_BYTES / 1024} KiB are the most. Split it, or cut what isn't needed.`;
  return { rule: 'text/too-big', severity: 'error', line: 1, column: 1, message };
}

function checkCharacters(source: string): Finding[] {
  return oddities(source).map(({ rule, index, message }) => {
    const before = source.slice(0, index).split(/\r\n|\r|\n/);
    return { rule, severity: 'error', line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message };
  });
}
