import type { Scalar } from 'yaml';

/** What one letter of a value is written as: in double quotes with escapes, in single ones with "'" twice, elsewhere as itself. */
const WRITTEN: Partial<Record<string, RegExp>> = {
  QUOTE_DOUBLE: /\\(?:x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}|\r\n|.)|./gs,
  QUOTE_SINGLE: /''|./gs,
};
/** Escapes of blanks, which folding may move and make. */
const BLANK_ESCAPE = /^\\[\s\dabefnrtvN_LP]/;

/**
 * Where in a YAML text the letter stands that a scalar's value has at an offset. Folding changes blanks alone, so all other signs
 * before it are counted. Linear in the scalar's length.
 */
export function sourceOffset(scalar: Scalar<string>, text: string, offset: number): number {
  const [start, end] = scalar.range as [number, number, number];
  const quoted = scalar.type === 'QUOTE_DOUBLE' || scalar.type === 'QUOTE_SINGLE';
  const block = scalar.type === 'BLOCK_FOLDED' || scalar.type === 'BLOCK_LITERAL';
  // Behind the quote, or below the line of "|" or ">".
  const from = block ? start + (/^.*(?:\r\n|\r|\n)?/.exec(text.slice(start, end))?.[0].length ?? 0) : start + (quoted ? 1 : 0);
  // What stands at the very end is said of the last sign.
  let last = start;
  let left = inkOf(scalar.value.slice(0, offset));
  for (const { 0: written, index } of text.slice(from, end).matchAll(WRITTEN[scalar.type ?? ''] ?? /./gs)) {
    const ink = inkOf(meantBy(written));
    if (ink > 0) last = from + index;
    if (ink > 0 && left <= 0) return last;
    left -= ink;
  }
  return last;
}

/** How many units of a text are no blanks. */
function inkOf(text: string): number {
  return text.replace(/\s/g, '').length;
}

function meantBy(written: string): string {
  const [, code] = /^\\[xuU]([\da-f]+)$/i.exec(written) ?? [];
  if (code) return String.fromCodePoint(Number.parseInt(code, 16));
  return BLANK_ESCAPE.test(written) ? '' : written.slice(-1);
}
