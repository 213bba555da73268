import type { PublicDocument } from '#model/edition.ts';

/** For good, at an address that a text had before it was public. */
export function movedDocument({ path, to }: { path: string; to: string }): PublicDocument {
  return { path, status: 308, contentType: 'text/plain; charset=utf-8', body: '', location: to };
}
