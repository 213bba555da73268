import { Invalid } from '#domain/core/errors.ts';

/** Bytes that go on together: what one transaction stages. No line is longer. */
const BLOCK_BYTES = 1024 * 1024;
const NEWLINE = 10;

/** The same bytes in blocks of whole lines, each of `size` bytes at most; the last line may lack its end. Throws Invalid for a line that fills a block. */
export async function* lineBlocks(bytes: AsyncIterable<Buffer>, size = BLOCK_BYTES): AsyncGenerator<Buffer> {
  let parts: Buffer[] = [];
  let held = 0;
  for await (const part of bytes) {
    parts.push(part);
    held += part.length;
    if (held < size) continue;
    let rest = Buffer.concat(parts);
    for (; rest.length >= size; rest = rest.subarray(rest.lastIndexOf(NEWLINE, size - 1) + 1)) {
      const end = rest.lastIndexOf(NEWLINE, size - 1) + 1;
      if (end === 0) throw new Invalid({}, 'This is no CSV and no NDJSON: a line does not end.');
      yield rest.subarray(0, end);
    }
    parts = [rest];
    held = rest.length;
  }
  if (held > 0) yield Buffer.concat(parts);
}
