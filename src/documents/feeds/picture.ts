import type { PublicDocument } from '#model/edition.ts';
import { paths } from '#paths';

/** A picture of a post, as it was encoded when it was pushed. */
export function pictureDocument({ hash, bytes }: { hash: string; bytes: Uint8Array }): PublicDocument {
  return { path: paths.picture(hash), status: 200, contentType: 'image/webp', body: bytes };
}
