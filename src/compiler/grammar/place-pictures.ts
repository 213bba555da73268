import { paths } from '#paths';
import { pictureName } from './images.ts';
import { definitionsOf, type Node, walk } from './tree.ts';

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
export function referencesOf(tree: Node): PictureReference[] {
  return imagesOf(tree).map(({ image, name }) => {
    const { line, column } = image.position?.start ?? { line: 1, column: 1 };
    return { name, line, column };
  });
}

/** Gives each picture its public address and its size, so that nothing moves when it arrives. */
export function placePictures(tree: Node, pictures: Record<string, ShownPicture>): void {
  for (const { image, target, name } of imagesOf(tree)) {
    const { hash, width, height } = pictures[name] as ShownPicture;
    image.type = 'image';
    image.url = paths.picture(hash);
    image.title = target.title ?? null;
    image.data = { hProperties: { width, height, loading: 'lazy', decoding: 'async' } };
  }
}

function imagesOf(tree: Node): { image: Node; target: Node; name: string }[] {
  const targets = definitionsOf(tree);
  const images: ReturnType<typeof imagesOf> = [];
  walk(tree, (image) => {
    const target = image.type === 'image' ? image : image.type === 'imageReference' ? targets.get(image.identifier ?? '') : undefined;
    const name = pictureName(target?.url ?? '');
    if (target && name !== null) images.push({ image, target, name });
  });
  return images;
}
