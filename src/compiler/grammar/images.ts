import type { Image, ImageReference } from 'mdast';
import type { Report } from './report.ts';

const LOCAL = /^(?:\.\/)?((?:[a-z0-9][a-z0-9_-]*\/)*[a-z0-9][a-z0-9._-]*\.(?:png|jpe?g|webp|avif))$/i;

/** The picture that an address names, from the folder of its post, or null when it is none of ours. */
export function pictureName(url: string): string | null {
  return url.includes('..') ? null : (LOCAL.exec(url)?.[1] ?? null);
}

/** A picture of our own, with words for those who can't see it. `target` holds the address: the image itself or its definition. */
export function checkImage(image: Image | ImageReference, target: { url: string }, report: Report): void {
  if (pictureName(target.url) === null) {
    report(
      'image/not-local',
      image,
      'A picture must be a file in the folder of this post, named from there: ./shot.png (or jpg, webp, avif), in letters, digits, "-" and "_". Others would see who reads.',
    );
  }
  if ((image.alt ?? '').trim() === '') report('image/alt', image, 'Say in the brackets what the picture shows, for readers who can’t see it.');
}
