import { oddities } from './characters.ts';
import type { Finding } from './finding.ts';

/** Of a post's file, in bytes. */
export const MAX_BYTES = 256 * 1024;
/** Quotes and lists inside each other, open brackets, braces or elements. The parser's time grows with the square of these. */
const MAX_DEPTH = 24;
/** Columns of indentation: deeper lists than MAX_DEPTH. */
const MAX_INDENT = 120;

/** What must hold before any parser sees the text: size, encoding, visible characters, nesting. Linear in its length. */
export function checkLimits(source: string): Finding[] {
  const bytes = Buffer.byteLength(source);
  if (bytes > MAX_BYTES) return [tooBig(bytes)];
  const lines = source.split(/\r\n|\r|\n/);
  return [...checkCharacters(source), ...checkNesting(lines)];
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

function checkNesting(lines: string[]): Finding[] {
  let open = 0;
  let elements = 0;
  for (const [index, line] of lines.entries()) {
    const at = (column: number): Finding[] => [
      {
        rule: 'mdx/too-deep',
        severity: 'error',
        line: index + 1,
        column,
        message: `Quotes, lists, brackets or elements stand more than ${MAX_DEPTH} deep here. Make the text flatter.`,
      },
    ];
    const prefix = /^(?:[ \t]|>|[-+*](?=[ \t>])|\d{1,9}[.)](?=[ \t]))*/.exec(line)?.[0] ?? '';
    if ((prefix.match(/>|[-+*]|\d+[.)]/g)?.length ?? 0) > MAX_DEPTH) return at(1);
    if ((/^[ \t]*/.exec(line)?.[0].replaceAll('\t', '    ').length ?? 0) > MAX_INDENT) return at(1);
    // A blank line ends a paragraph, and with it every bracket in it.
    if (line.trim() === '') open = 0;
    for (let column = 0; column < line.length; column += 1) {
      const character = line[column];
      if (character === '\\') column += 1;
      else if (character === '[' || character === '{' || character === '(') open += 1;
      else if (character === ']' || character === '}' || character === ')') open = Math.max(0, open - 1);
      else if (character === '<') elements += line[column + 1] === '/' ? -1 : 1;
      else if (character === '/' && line[column + 1] === '>') elements -= 1;
      if (elements < 0) elements = 0;
      if (open > MAX_DEPTH || elements > MAX_DEPTH) return at(column + 1);
    }
  }
  return [];
}
