import { setImmediate } from 'node:timers/promises';
import { brotliCompressSync, constants } from 'node:zlib';
import type { PublicDocument } from '#model/edition.ts';
import type { ServedDocument } from './edition-files.ts';
import type { Site } from '#model/site.ts';
import { etagOf } from './etag.ts';
import { makeDocument } from './make-document.ts';
import { isPacked } from './packed-bytes.ts';
import type { Recipe } from './recipe.ts';
import { recipeKey } from './recipe-key.ts';

/** An edition as bytes: what an instance holds in memory and keeps on disk. */
export interface Bundle {
  number: number;
  publishedAt: string;
  build: string;
  site: Site;
  documents: Map<string, ServedDocument>;
}

/** Quality 5 costs a twentieth of 11 and a few per cent of size: a publication must be out within a second. */
const BROTLI = { params: { [constants.BROTLI_PARAM_QUALITY]: 5, [constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT } };

/**
 * Makes the bundle of an edition; documents whose key is unchanged are taken from `previous` with their bytes. `nowSeconds` since 1970.
 * Throws an Error that names the document when one can't be made.
 */
export async function makeBundle(head: Omit<Bundle, 'documents'>, recipes: Iterable<Recipe>, previous: Bundle | null, nowSeconds: number): Promise<Bundle> {
  const documents = new Map<string, ServedDocument>();
  for (const recipe of recipes) {
    const before = previous?.documents.get(recipe.path);
    const key = recipeKey(recipe, head.build);
    if (before?.key === key) {
      documents.set(recipe.path, before);
      continue;
    }
    documents.set(recipe.path, serve(makeDocument(recipe), key, before, nowSeconds));
    // Readers are answered between two documents: a large edition takes seconds.
    await setImmediate();
  }
  return { ...head, documents };
}

function serve(document: PublicDocument, key: string, before: ServedDocument | undefined, nowSeconds: number): ServedDocument {
  const { body } = document;
  // Of bytes a view: they are held once.
  const identity = typeof body === 'string' ? Buffer.from(body, 'utf8') : Buffer.from(body.buffer, body.byteOffset, body.byteLength);
  const etag = etagOf(identity);
  const head = {
    path: document.path,
    file: document.location !== undefined ? null : fileName(document.path, document.contentType),
    key,
    status: document.status,
    contentType: document.contentType,
    location: document.location ?? null,
    csp: document.csp ?? null,
    etag,
  };
  if (before && before.etag === etag && before.contentType === document.contentType) return { ...before, ...head };
  return {
    ...head,
    mtime: Math.max(nowSeconds, before ? before.mtime + 1 : 0),
    packed: isPacked(head) ? brotliCompressSync(identity, BROTLI) : identity,
  };
}

/** `/advisories/x` → `advisories/x.html`, so that any static server finds it with one rule. */
function fileName(path: string, contentType: string): string {
  if (path === '/') return 'index.html';
  return contentType.startsWith('text/html') ? `${path.slice(1)}.html` : path.slice(1);
}
