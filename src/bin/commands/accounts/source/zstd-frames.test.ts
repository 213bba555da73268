import { zstdCompressSync } from 'node:zlib';
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { zstdFrames } from './zstd-frames.ts';

async function* inParts(bytes: Buffer, size: number): AsyncGenerator<Buffer> {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size);
}

async function unpacked(bytes: Buffer, size: number): Promise<string> {
  const parts: Buffer[] = [];
  for await (const part of zstdFrames(inParts(bytes, size))) parts.push(part);
  return Buffer.concat(parts).toString();
}

test('every frame is unpacked, wherever the parts of the file end', () =>
  fc.assert(
    fc.asyncProperty(fc.array(fc.string(), { minLength: 1, maxLength: 5 }), fc.integer({ min: 1, max: 60 }), async (texts, size) => {
      const packed = Buffer.concat(texts.map((text) => zstdCompressSync(Buffer.from(text))));
      expect(await unpacked(packed, size)).toBe(Buffer.from(texts.join('')).toString());
    }),
    { numRuns: 200 },
  ));

test('much more than a part comes out of one', async () => {
  const text = 'somebody@tempo.example\n'.repeat(200_000);
  const packed = zstdCompressSync(text);
  expect(await unpacked(Buffer.concat([packed, packed]), packed.length + 5)).toBe(text + text);
});

test.each([1, 7, 10_000])('what is cut off, and what is no frame behind one, is an error, in parts of %i', async (size) => {
  const packed = zstdCompressSync('somebody@tempo.example\n'.repeat(50));
  await expect(unpacked(packed.subarray(0, -1), size)).rejects.toThrow();
  await expect(unpacked(Buffer.concat([packed, packed.subarray(0, -3)]), size)).rejects.toThrow();
  await expect(unpacked(Buffer.concat([packed, Buffer.from('anything else')]), size)).rejects.toThrow();
});
