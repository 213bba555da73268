import { setImmediate } from 'node:timers/promises';
import type { Context } from '#domain/core/context.ts';
import { makeDocument } from '#edition/make-document.ts';
import { recipeKey } from '#edition/recipe-key.ts';
import type { Edition } from '#model/edition.ts';
import { publicDocuments, type SiteOptions } from './site.tsx';

/**
 * What a door gives as `Context.renderEdition`: makes every document of an edition whose key the previous one does not have; that one was proved
 * when it was published. `progress` hears how many have been looked at. Throws an Error that names the document that can't be made.
 */
export function proveEdition(readOptions: () => Promise<SiteOptions>, progress?: Context['progress']): Context['renderEdition'] {
  /** A process that publishes again has the keys of the last edition: they are taken of all documents. */
  const keys = new WeakMap<Edition, Set<string>>();
  return async (previous: Edition | null, next: Edition) => {
    const options = await readOptions();
    const known = previous ? (keys.get(previous) ?? new Set([...publicDocuments(previous, options)].map((recipe) => recipeKey(recipe, options.build)))) : null;
    const made = new Set<string>();
    for (const recipe of publicDocuments(next, options)) {
      const key = recipeKey(recipe, options.build);
      made.add(key);
      if (known?.has(key)) continue;
      makeDocument(recipe);
      progress?.('Making pages', made.size);
      // Whoever else this process answers is answered between two documents.
      await setImmediate();
    }
    keys.set(next, made);
  };
}
