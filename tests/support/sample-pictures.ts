import { crc32 } from 'node:zlib';
import sharp from 'sharp';

/** A picture of one colour, for tests: 4 × 2 pixels unless told otherwise. */
export function samplePicture({ colour = '#c00', width = 4, height = 2 } = {}): Promise<Buffer> {
  return sharp({ create: { width, height, channels: 3, background: colour } })
    .png()
    .toBuffer();
}

/** As a camera makes them: lying on its side, with its maker and its place. */
export function samplePhoto(): Promise<Buffer> {
  return sharp({ create: { width: 2000, height: 1000, channels: 3, background: '#08c' } })
    .withExif({ IFD0: { Make: 'Camera of a person' }, IFD3: { GPSLatitudeRef: 'N', GPSLatitude: '59/1 19/1 0/1' } })
    .withMetadata({ orientation: 6 })
    .jpeg()
    .toBuffer();
}

/** A small file that claims to be a very large picture. */
export async function samplePictureBomb(): Promise<Buffer> {
  const png = await samplePicture();
  // Signature, length and type take 16 bytes; then come width and height, and the checksum after 13 bytes of data.
  png.writeUInt32BE(50_000, 16);
  png.writeUInt32BE(50_000, 20);
  png.writeUInt32BE(crc32(png.subarray(12, 29)), 29);
  return png;
}

/** Two frames of one colour each, in one file. */
export async function samplePictureThatMoves(): Promise<Buffer> {
  const frames = await Promise.all(['#c00', '#08c'].map((colour) => samplePicture({ colour })));
  return sharp(frames, { join: { animated: true } })
    .webp({ loop: 0, delay: [100, 100] })
    .toBuffer();
}
