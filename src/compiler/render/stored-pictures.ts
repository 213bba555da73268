import type { PictureReference, ShownPicture } from '#compiler/grammar/place-pictures.ts';
import { missingPicture } from './missing-picture.ts';
import type { ReadPictures } from './read-pictures.ts';

/** Pictures that were proven before, by their names in the post. */
export type StoredPictures = ReadonlyMap<string, ShownPicture>;

/** Those that a post names, of the ones that are stored; what is not among them is said at every place that names it. */
export function storedPictures(stored: StoredPictures, references: readonly PictureReference[]): ReadPictures {
  const read: ReadPictures = { pictures: {}, findings: [] };
  for (const { name, line, column } of references) {
    const picture = stored.get(name);
    if (picture) read.pictures[name] = { ...picture, name, bytes: null };
    else read.findings.push({ ...missingPicture(name), severity: 'error', line, column });
  }
  return read;
}
