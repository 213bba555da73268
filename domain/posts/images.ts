import type { Report } from './guard.ts';
import type { Node } from './tree.ts';

const LOCAL = /^(?:\.\/|\/)?(?:[a-z0-9][a-z0-9_-]*\/)*[a-z0-9][a-z0-9._-]*\.(?:png|jpe?g|webp|avif)$/i;

/** A picture of our own, with words for those who can't see it. `target` holds the address: the image itself or its definition. */
export function checkImage(image: Node, target: Node, report: Report): void {
  const url = target.url ?? '';
  if (!LOCAL.test(url) || url.includes('..')) {
    report('image/not-local', image, 'A picture must be a file of this folder: png, jpg, webp or avif, named in small letters. Others would see who reads.');
  }
  if ((image.alt ?? '').trim() === '') report('image/alt', image, 'Say in the brackets what the picture shows, for readers who can’t see it.');
}
