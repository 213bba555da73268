import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

type Preview = typeof import('#documents/preview/preview-document.ts');

let built: Promise<Preview> | undefined;

/** What makes the documents of previews, from `dist/` as in `built-proof.ts`; at the first use. */
export function builtPreview(): Promise<Preview> {
  const file = pathToFileURL(join(process.cwd(), 'dist', 'preview-document.mjs')).href;
  built ??= import(/* turbopackIgnore: true */ file) as Promise<Preview>;
  return built;
}
