import type { PublicDocument } from '#model/edition.ts';
import type { Recipe } from './recipe.ts';

/** The document of a recipe. Throws an Error that names its path. */
export function makeDocument({ path, input, render }: Recipe): PublicDocument {
  try {
    return render(input);
  } catch (cause) {
    throw new Error(`${path} can’t be made.`, { cause });
  }
}
