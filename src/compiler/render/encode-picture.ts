import { createHash } from 'node:crypto';
import { readFile, realpath, stat } from 'node:fs/promises';
import { join, sep } from 'node:path';
import sharp from 'sharp';
import { MAX_PICTURE_BYTES } from '#model/team/pictures/picture-bytes.ts';
import type { PictureAnswer, PictureRequest, UploadRequest } from './child-protocol.ts';
import { missingPicture } from './missing-picture.ts';

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

/** What a file begins with that is no picture but is often taken for one. */
const DRAWING = /^(?:\uFEFF|\s)*(?:<\?xml|<!--|<!doctype svg|<svg)/i;

/**
 * Proves that a file of a folder, or one that was sent, is a picture and makes it anew as WebP, upright and without what the camera wrote into it.
 * Runs in the killable child only: a decoder meets bytes of strangers, and its time has no other bound.
 */
export async function encodePicture(request: PictureRequest | UploadRequest): Promise<PictureAnswer> {
  if ('base64' in request) return encodeBytes(request.picture, Buffer.from(request.base64, 'base64'));
  const { folder, picture } = request;
  const path = join(folder, picture);
  const about = await stat(path).catch((error: NodeJS.ErrnoException) => error);
  if (about instanceof Error && about.code !== 'EACCES') return { refused: missingPicture(picture) };
  if (about instanceof Error || !about.isFile()) return unreadable(picture);
  if (about.size > MAX_PICTURE_BYTES) return tooManyBytes(picture, about.size);
  if (!(await realpath(path)).startsWith((await realpath(folder)) + sep))
    return refuse('image/not-local', `"${picture}" leads out of the folder of this post. Put the picture itself there.`);
  return readFile(path).then(
    (bytes) => encodeBytes(picture, bytes),
    () => unreadable(picture),
  );
}

async function encodeBytes(picture: string, bytes: Buffer): Promise<PictureAnswer> {
  if (bytes.length > MAX_PICTURE_BYTES) return tooManyBytes(picture, bytes.length);
  if (DRAWING.test(bytes.subarray(0, 1024).toString('latin1')))
    return refuse('image/drawing', `"${picture}" is a drawing (SVG), which can hold programs. Save it as png, and take that.`);
  try {
    // The header alone: nothing is decoded before the size is known.
    const { width, height, pages = 1, format } = await sharp(bytes, { limitInputPixels: false }).metadata();
    if (width * height > MAX_MEGAPIXELS * 1_000_000)
      return refuse('image/too-large', `"${picture}" is ${width} × ${height} pixels; ${MAX_MEGAPIXELS} million are the most. Make it smaller.`);
    if ((pages > 1 && format === 'webp') || isMovingPng(bytes))
      return refuse('image/moving', `"${picture}" moves, and a post shows what stands still. Save one of its pictures, and take that.`);
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

/** Whether a PNG says, before its first pixels, that it has frames. */
function isMovingPng(bytes: Buffer): boolean {
  const control = bytes.indexOf('acTL');
  return bytes.subarray(1, 4).toString('latin1') === 'PNG' && control !== -1 && control < bytes.indexOf('IDAT');
}

function tooManyBytes(picture: string, bytes: number): PictureAnswer {
  const mib = (of: number, digits: number) => (of / 1024 / 1024).toFixed(digits);
  return refuse('image/too-large', `"${picture}" has ${mib(bytes, 1)} MiB; ${mib(MAX_PICTURE_BYTES, 0)} MiB are the most. Save it smaller.`);
}

function unreadable(picture: string): PictureAnswer {
  return refuse('image/unreadable', `"${picture}" can’t be read as a picture. Open it in a picture program and save it again as png, jpg, webp or avif.`);
}

function refuse(rule: string, message: string): PictureAnswer {
  return { refused: { rule, message } };
}
