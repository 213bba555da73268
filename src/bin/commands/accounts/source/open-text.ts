import { createReadStream, fstatSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { resolve } from 'node:path';
import { PassThrough, pipeline, Transform } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { Invalid } from '#domain/core/errors.ts';
import { zstdFrames } from './zstd-frames.ts';

/** The first bytes of what is packed (RFC 1952 §2.3.1, RFC 8878 §3.1.1). */
const GZIP = Buffer.from([0x1f, 0x8b]);
const ZSTD = Buffer.from([0x28, 0xb5, 0x2f, 0xfd]);

const REFUSED: Record<string, string> = { ENOENT: 'There is no such file', EACCES: 'This file may not be read', EISDIR: 'This is a folder' };

export type Heard = (what: string, done: number, total?: number) => void;

/** The bytes of a file, or of the input for `-`, unpacked where they are packed. Throws Invalid for what can't be opened, and while it is read for what is cut off. */
export async function openText(path: string, heard?: Heard): Promise<AsyncIterable<Buffer>> {
  const input = path === '-' ? { stream: process.stdin, size: undefined } : await openFile(path);
  let done = 0;
  const counted = new Transform({
    transform(bytes: Buffer, _encoding, next) {
      done += bytes.length;
      heard?.('Bytes read', done, input.size);
      next(null, bytes);
    },
  });
  const plain = new PassThrough();
  const magic = await firstBytes(input.stream);
  const unpack = magic.subarray(0, 2).equals(GZIP) ? createGunzip() : magic.equals(ZSTD) ? zstdFrames : new PassThrough();
  pipeline(input.stream, counted, unpack, plain, () => undefined);
  return readable(plain, path);
}

async function openFile(path: string): Promise<{ stream: NodeJS.ReadableStream; size: number }> {
  try {
    const file = await open(path);
    const stat = fstatSync(file.fd);
    if (stat.isDirectory()) {
      await file.close();
      throw Object.assign(new Error(), { code: 'EISDIR' });
    }
    return { stream: createReadStream(path, { fd: file, highWaterMark: 256 * 1024 }), size: stat.size };
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new Invalid({}, `${REFUSED[code] ?? 'This file can’t be read'}: ${resolve(path)}`);
  }
}

/** Puts back what it looked at; fewer than four where there are no more. */
async function firstBytes(stream: NodeJS.ReadableStream): Promise<Buffer> {
  let seen = Buffer.alloc(0);
  while (seen.length < ZSTD.length) {
    const more = stream.read() as Buffer | null;
    if (more !== null) seen = Buffer.concat([seen, more]);
    else if ('readableEnded' in stream && stream.readableEnded) return seen;
    else if (!(await moreComes(stream))) break;
  }
  if (seen.length > 0) stream.unshift(seen);
  return seen.subarray(0, ZSTD.length);
}

function moreComes(stream: NodeJS.ReadableStream): Promise<boolean> {
  return new Promise((resolve) => {
    const said = (comes: boolean) => {
      stream.off('readable', yes).off('end', no).off('error', no);
      resolve(comes);
    };
    const yes = () => said(true);
    const no = () => said(false);
    stream.on('readable', yes).on('end', no).on('error', no);
  });
}

/** Says in our own words what fails on the way. */
async function* readable(stream: AsyncIterable<Buffer>, path: string): AsyncGenerator<Buffer> {
  try {
    yield* stream;
  } catch (error) {
    const { code = '' } = error as NodeJS.ErrnoException;
    const packed = code === 'Z_BUF_ERROR' || code.startsWith('Z_') || code.startsWith('ZSTD');
    throw new Invalid(
      {},
      `${packed ? 'This is packed, and cut off or damaged' : 'This could not be read to its end'}: ${path === '-' ? 'the input' : resolve(path)}`,
    );
  }
}
