import { isUtf8 } from 'node:buffer';
import { createHash, type Hash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Chunk, ImportRow, ImportSource, Position } from '#domain/accounts/import/import-source.ts';
import { Conflict, Invalid } from '#domain/core/errors.ts';
import { lineBlocks } from './line-blocks.ts';
import { type Heard, openText } from './open-text.ts';
import { csvReader, jsonReader, type RowReader } from './row-readers.ts';

/** In characters: an address, a hash and two times take fewer than a thousand. */
const MAX_LINE = 8_192;
const NEWLINE = 10;
const BOM = Buffer.from([0xef, 0xbb, 0xbf]);

/** The rows of a CSV or NDJSON, by what is in it and not by its name: a row a line, packed or not. `-` is the input; it and a pipe can be read once. */
export function accountFile(path: string, heard?: Heard, blockBytes?: number): ImportSource {
  let opened = 0;
  return {
    async read(from) {
      opened += 1;
      // The domain has dropped what was staged of the other text by now.
      if (opened > 1 && (path === '-' || statSync(path).isFIFO()))
        throw new Conflict('import_replaced', 'The input is not what an earlier import began with; that is dropped. Start it again.');
      return readText(lineBlocks(await openText(path, heard), blockBytes), from);
    },
  };
}

async function readText(blocks: AsyncGenerator<Buffer>, from: Position | null): Promise<AsyncIterable<Chunk> | null> {
  const first = await blocks.next();
  if (first.done) throw new Invalid({}, 'There is nothing in it.');
  const form = formOf(first.value);
  const hash = createHash('sha256');
  let [block, skip]: [Buffer | null, number] = [first.value, from?.bytes ?? 0];
  while (block && skip >= block.length) {
    hash.update(block);
    skip -= block.length;
    const next = await blocks.next();
    block = next.done ? null : next.value;
  }
  if (skip > 0) {
    if (!block) return null;
    // A line that had no end then and goes on now was another row.
    if (block[skip - 1] !== NEWLINE) return null;
    hash.update(block.subarray(0, skip));
    block = block.subarray(skip);
  }
  if (from && from.bytes > 0 && digest(hash) !== from.sha256) return null;
  return chunks(block, blocks, hash, form, from ?? { bytes: 0, lines: 0, sha256: '' });
}

async function* chunks(block: Buffer | null, blocks: AsyncGenerator<Buffer>, hash: Hash, form: Form, from: Position): AsyncGenerator<Chunk> {
  let { bytes, lines } = from;
  for (let next = block; next; next = await blocks.next().then(({ value, done }) => (done ? null : value))) {
    hash.update(next);
    const rows = rowsOf(next, lines, form);
    bytes += next.length;
    lines += lineCount(next);
    yield { rows, after: { bytes, lines, sha256: digest(hash) } };
  }
}

interface Form {
  reader: RowReader;
  /** The number of the line above the first row. */
  headLine: number;
}

/** By the first line that is not blank: an object, or the head of a CSV. */
function formOf(block: Buffer): Form {
  const text = withoutBom(block).toString('utf8', 0, 64 * 1024);
  const [blank = ''] = /^\s*/.exec(text) ?? [];
  const head = text.slice(blank.length).split(/\r?\n/, 1)[0] ?? '';
  if (head === '') throw new Invalid({}, 'There is nothing in it.');
  if (text.includes('\0') || block.readUInt8(0) >= 0xfe) throw new Invalid({}, 'This is no text in UTF-8.');
  return head.startsWith('{') ? { reader: jsonReader, headLine: 0 } : { reader: csvReader(head.trimEnd()), headLine: blank.split('\n').length };
}

/** `before`: how many lines stand before the block. */
function* rowsOf(block: Buffer, before: number, { reader, headLine }: Form): Generator<ImportRow> {
  const text = before === 0 ? withoutBom(block) : block;
  // A block that is not all UTF-8 is looked at line by line: only what is damaged is refused.
  const damaged = isUtf8(text) ? null : damagedLines(text);
  let line = before;
  for (const typed of linesOf(text.toString('utf8'))) {
    line += 1;
    if (line <= headLine || typed === '' || typed.trim() === '') continue;
    if (damaged?.has(line - before)) yield { line, unreadable: 'no text in UTF-8' };
    else if (typed.length > MAX_LINE) yield { line, unreadable: `longer than ${MAX_LINE} characters` };
    else yield read(line, reader(typed.endsWith('\r') ? typed.slice(0, -1) : typed));
  }
}

/** As `split` makes them, one at a time: what is cut at once outlives the collections of short-lived memory, which then cost a quarter of the import. */
function* linesOf(text: string): Generator<string> {
  let at = 0;
  for (let end = text.indexOf('\n'); end !== -1; end = text.indexOf('\n', at)) {
    yield text.slice(at, end);
    at = end + 1;
  }
  yield text.slice(at);
}

const read = (line: number, said: ReturnType<RowReader>): ImportRow => (typeof said === 'string' ? { line, unreadable: said } : { line, values: said });

function damagedLines(text: Buffer): ReadonlySet<number> {
  const found = new Set<number>();
  for (let [at, line] = [0, 1]; at < text.length; line += 1) {
    const end = text.indexOf(NEWLINE, at);
    const until = end === -1 ? text.length : end;
    if (!isUtf8(text.subarray(at, until))) found.add(line);
    at = until + 1;
  }
  return found;
}

/** As many as `split` makes; one that is empty behind the last end is none. */
function lineCount(block: Buffer): number {
  let lines = 0;
  for (let at = block.indexOf(NEWLINE); at !== -1; at = block.indexOf(NEWLINE, at + 1)) lines += 1;
  return block.at(-1) === NEWLINE ? lines : lines + 1;
}

const withoutBom = (block: Buffer) => (block.subarray(0, 3).equals(BOM) ? block.subarray(3) : block);

/** Of what was read so far; the hash goes on. */
const digest = (hash: Hash) => hash.copy().digest('hex');
