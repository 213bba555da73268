import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { readSiteOptions } from '#documents/shell/site-options.ts';
import type { Context } from '#domain/core/context.ts';

/**
 * `Context.renderEdition` of processes that can't hold the code of the documents themselves: Next's bundle may not have `react-dom/server`, and Node
 * runs no `.tsx`. It comes from `dist/`, at the first use. `url` is the site's origin.
 */
export function builtProof(url: string): Context['renderEdition'] {
  let proof: Promise<Context['renderEdition']> | undefined;
  return async (previous, next) => {
    proof ??= loadProof(url);
    await (await proof)(previous, next);
  };
}

async function loadProof(url: string): Promise<Context['renderEdition']> {
  const built = pathToFileURL(join(process.cwd(), 'dist', 'prove-edition.mjs')).href;
  const { proveEdition } = (await import(/* turbopackIgnore: true */ built)) as typeof import('#documents/prove-edition.ts');
  return proveEdition(() => readSiteOptions(process.cwd(), url));
}
