import { open } from 'node:fs/promises';
import { OperatorError } from '#config/operator-error.ts';

/** UTF-16 units: more than any address, and a bound for a file without line ends. */
const MAX_LINE_LENGTH = 1_000;

/**
 * The lines of a file, or of the input for `-`; it is opened when the first is asked for. `read` hears how many bytes were read, and of how
 * many where that is known. Throws an OperatorError that names a file that can't be read.
 */
export async function* addressLines(path: string, read: (done: number, total?: number) => void): AsyncGenerator<string> {
  if (path === '-') return yield* linesOf(process.stdin, read);
  const file = await open(path).catch(() => null);
  try {
    const stat = await file?.stat();
    if (!file || !stat || stat.isDirectory()) throw new OperatorError(`The file ${path} can’t be read.`);
    yield* linesOf(file.createReadStream(), (done) => read(done, stat.size));
  } finally {
    await file?.close();
  }
}

async function* linesOf(stream: AsyncIterable<Buffer>, read: (done: number) => void): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let [rest, done] = ['', 0];
  for await (const chunk of stream) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
    rest = (lines.pop() ?? '').slice(0, MAX_LINE_LENGTH);
    yield* lines;
    done += chunk.length;
    read(done);
  }
  if (rest !== '') yield rest;
}
