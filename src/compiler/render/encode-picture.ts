import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import sharp from 'sharp';
import type { PictureAnswer, PictureRequest } from './child-protocol.ts';
import { missingPicture } from './missing-picture.ts';

/** Of a picture's file. */
const MAX_MIB = 5;
/** Of a picture as it is drawn: 160 MB of memory. */
const MAX_MEGAPIXELS = 40;
/** Pixels: twice the width of the column, for fine screens. */
const MAX_WIDTH = 1360;
/** Pixels: WebP holds no more. */
const MAX_HEIGHT = 16_383;

// libvips reads far more than the four kinds that a post may hold: SVG, which loads other files, among it.
sharp.block({ operation: ['VipsForeignLoad'] });
sharp.unblock({ operation: ['VipsForeignLoadPng', 'VipsForeignLoadJpeg', 'VipsForeignLoadWebp', 'VipsForeignLoadHeif'] });
sharp.cache(false);
sharp.concurrency(1);

/**
 * Proves that a file is a picture and makes it anew as WebP, upright and without what the camera wrote into it. Runs in the
 * killable child only: a decoder meets bytes of strangers, and its time has no other bound.
 */
export async function encodePicture({ folder, picture }: PictureRequest): Promise<PictureAnswer> {
  const path = join(folder, picture);
  const about = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (about instanceof Error && about.code !== 'EACCES') return { refused: missingPicture(picture) };
  if (about instanceof Error || !about.isFile()) return unreadable(picture);
  if (about.size > MAX_MIB * 1024 * 1024)
    return refuse('image/too-large', `"${picture}" has ${(about.size / 1024 / 1024).toFixed(1)} MiB; ${MAX_MIB} MiB are the most. Save it smaller.`);
  if (!(await realpath(path)).startsWith((await realpath(folder)) + sep))
    return refuse('image/not-local', `"${picture}" leads out of the folder of this post. Put the picture itself there.`);
  try {
    const bytes = await readFile(path);
    // The header alone: nothing is decoded before the size is known.
    const { width, height } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_MEGAPIXELS * 1_000_000)
      return refuse('image/too-large', `"${picture}" is ${width} × ${height} pixels; ${MAX_MEGAPIXELS} million are the most. Make it smaller.`);
    const { data, info } = await sharp(bytes, { limitInputPixels: MAX_MEGAPIXELS * 1_000_000, failOn: 'error' })
      .autoOrient()
      .resize({ width: MAX_WIDTH, height: MAX_HEIGHT, fit: 'inside', withoutEnlargement: true })
      .webp({ smartSubsample: true })
      .toBuffer({ resolveWithObject: true });
    const hash = createHash('sha256').update(data).digest('hex');
    return { encoded: { hash, width: info.width, height: info.height, base64: data.toString('base64') } };
  } catch {
    return unreadable(picture);
  }
}

function unreadable(picture: string): PictureAnswer {
  return refuse('image/unreadable', `"${picture}" can’t be read as a picture. Open it in a picture program and save it again as png, jpg, webp or avif.`);
}

function refuse(rule: string, message: string): PictureAnswer {
  return { refused: { rule, message } };
}
