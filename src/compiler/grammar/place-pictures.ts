import type { Definition, Image, ImageReference, Parents, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { paths } from '#paths';
import { definitionsOf } from './definitions-of.ts';
import { pictureName } from './images.ts';

/** What a page must know of a picture: its address and its size in pixels. */
export interface ShownPicture {
  /** SHA-256 (hex) of its bytes. */
  hash: string;
  width: number;
  height: number;
}

/** Where a post names a picture; line and column count from 1. */
export interface PictureReference {
  name: string;
  line: number;
  column: number;
}

/** The pictures of our own that a post names, in the order of the text. */
export function referencesOf(tree: Root): PictureReference[] {
  return imagesOf(tree).map(({ image, name }) => {
    const { line, column } = image.position?.start ?? { line: 1, column: 1 };
    return { name, line, column };
  });
}

/** Gives each picture its public address and its size, so that nothing moves when it arrives. */
export function placePictures(tree: Root, pictures: Record<string, ShownPicture>): void {
  for (const { image, target, name, parent, index } of imagesOf(tree)) {
    const { hash, width, height } = pictures[name] as ShownPicture;
    const data = { hProperties: { width, height, loading: 'lazy', decoding: 'async' } };
    const placed: Image = { type: 'image', url: paths.picture(hash), alt: image.alt, title: target.title, position: image.position, data };
    parent.children.splice(index, 1, placed);
  }
}

interface Named {
  image: Image | ImageReference;
  /** What holds its address. */
  target: Image | Definition;
  name: string;
  /** Where it stands. */
  parent: Parents;
  index: number;
}

function imagesOf(tree: Root): Named[] {
  const targets = definitionsOf(tree);
  const images: Named[] = [];
  visit(tree, (image, index, parent) => {
    if (image.type !== 'image' && image.type !== 'imageReference') return;
    const target = image.type === 'image' ? image : targets.get(image.identifier);
    const name = pictureName(target?.url ?? '');
    if (target && name !== null && parent && index !== undefined) images.push({ image, target, name, parent, index });
  });
  return images;
}
