import { createZstdDecompress, type ZstdDecompress } from 'node:zlib';

/**
 * The unpacked bytes of all frames that stand one after the other (RFC 8878 §3.1). Node's stream ends with the first one and drops what
 * follows without a word. Throws zlib's error for a frame that is cut off or damaged.
 */
export async function* zstdFrames(packed: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const parts = packed[Symbol.asyncIterator]();
  for (let rest = await nextOf(parts); rest !== null; ) {
    const frame = createZstdDecompress();
    const following = feed(frame, rest, parts);
    // Where the frame breaks, reading it says so.
    following.catch(() => undefined);
    yield* frame;
    rest = await following;
  }
}

/** Writes parts until the frame has its end; resolves with what stands behind it, null where nothing does. */
async function feed(frame: ZstdDecompress, first: Buffer, parts: AsyncIterator<Buffer>): Promise<Buffer | null> {
  let given = 0;
  for (let part: Buffer | null = first; part !== null; part = await nextOf(parts)) {
    given += part.length;
    await write(frame, part);
    const beyond = given - frame.bytesWritten;
    if (beyond === 0) continue;
    frame.end();
    return part.subarray(part.length - beyond);
  }
  frame.end();
  return null;
}

function write(frame: ZstdDecompress, part: Buffer): Promise<void> {
  return new Promise((resolve, reject) => frame.write(part, (error) => (error ? reject(error) : resolve())));
}

async function nextOf(parts: AsyncIterator<Buffer>): Promise<Buffer | null> {
  const { value, done } = await parts.next();
  return done ? null : value;
}
