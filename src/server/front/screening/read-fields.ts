/**
 * The header fields that the front or anybody behind it reads, with the bytes that each may have: what is read by patterns or kept
 * must be small. The app is given these and no others.
 */
const BOUNDS = {
  accept: 1024,
  'accept-encoding': 512,
  'accept-language': 512,
  'content-encoding': 64,
  'content-length': 16,
  'content-type': 256,
  cookie: 8 * 1024,
  expect: 64,
  host: 256,
  'if-modified-since': 64,
  'if-none-match': 1024,
  origin: 512,
  referer: 4 * 1024,
  'sec-fetch-site': 32,
  'transfer-encoding': 64,
  'user-agent': 1024,
  'x-forwarded-for': 1024,
} as const;

export type FieldName = keyof typeof BOUNDS;
export type Fields = Partial<Record<FieldName, string>>;

/** Where a second line continues the first; of every other field a second line is a contradiction (RFC 9110 §5.3). */
const JOINED = new Map<string, string>([
  ['accept', ', '],
  ['accept-encoding', ', '],
  ['accept-language', ', '],
  ['cookie', '; '],
  ['if-none-match', ', '],
  ['x-forwarded-for', ', '],
]);

const BOUND_OF = new Map<string, number>(Object.entries(BOUNDS));

/** Fields by which Next talks to itself, and asks itself for parts of pages: from outside they are forged. */
const INTERNAL = /^(?:x-middleware-|x-invoke-|x-now-|x-nextjs-|x-action-|x-matched-path$|x-prerender-revalidate|x-candor-|next-|rsc$)/;

/** Reads raw header lines, names and values in turn, in one pass; or the status to refuse with: 431 for a field that is too long. */
export function readFields(lines: readonly string[]): Fields | 400 | 431 {
  const fields: Record<string, string | undefined> = {};
  for (let index = 0; index < lines.length; index += 2) {
    const name = (lines[index] as string).toLowerCase();
    const bound = BOUND_OF.get(name);
    if (bound === undefined) {
      if (INTERNAL.test(name)) return 400;
      continue;
    }
    let value = lines[index + 1] as string;
    const before = fields[name];
    if (before !== undefined) {
      const separator = JOINED.get(name);
      if (separator === undefined) return 400;
      value = before + separator + value;
    }
    if (value.length > bound) return 431;
    fields[name] = value;
  }
  return fields as Fields;
}
