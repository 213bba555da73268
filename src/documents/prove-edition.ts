import { setImmediate } from 'node:timers/promises';
import type { Context } from '#domain/core/context.ts';
import { makeDocument } from '#edition/make-document.ts';
import { recipeKey } from '#edition/recipe-key.ts';
import type { Edition } from '#model/edition.ts';
import { publicDocuments, type SiteOptions } from './site.tsx';

/**
 * What a door gives as `Context.renderEdition`: makes every document of an edition whose key the previous one does not have; that one was proved
 * when it was published. Throws an Error that names the document that can't be made.
 */
export function proveEdition(readOptions: () => Promise<SiteOptions>): Context['renderEdition'] {
  return async (previous: Edition | null, next: Edition) => {
    const options = await readOptions();
    const known = new Set<string>();
    if (previous) for (const recipe of publicDocuments(previous, options)) known.add(recipeKey(recipe, options.build));
    for (const recipe of publicDocuments(next, options)) {
      if (known.has(recipeKey(recipe, options.build))) continue;
      makeDocument(recipe);
      // Whoever else this process answers is answered between two documents.
      await setImmediate();
    }
  };
}
