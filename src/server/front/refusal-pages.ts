import { brotliCompressSync } from 'node:zlib';
import type { ServedDocument } from '#edition/edition-files.ts';
import { DEFAULT_LOCALE, localeOf, paths } from '#paths';
import type { Refusal } from '#model/refusals.ts';

/** What the build left for the time before the first edition: documents by their paths. */
export type PlainRefusals = Record<string, { body: string; csp: string }>;

/** The ready-made document of a refusal in the language of the path, or in the default one where the site does not offer that: the edition's, or before there is one the build's. */
export function refusalDocument(
  status: Refusal,
  path: string,
  documents: ReadonlyMap<string, ServedDocument> | undefined,
  plain: PlainRefusals,
): ServedDocument {
  const locale = localeOf(path);
  const own = documents?.get(paths.refusal(locale, status)) ?? documents?.get(paths.refusal(DEFAULT_LOCALE, status));
  if (own) return own;
  const address = paths.refusal(locale, status);
  const made = plainDocuments.get(address) ?? plainDocument(address, status, plain[address] ?? plain[paths.refusal(DEFAULT_LOCALE, status)]);
  plainDocuments.set(address, made);
  return made;
}

/** Made once each: a start without an edition is when everybody is refused. */
const plainDocuments = new Map<string, ServedDocument>();

function plainDocument(path: string, status: Refusal, { body, csp } = { body: '', csp: "default-src 'none'" }): ServedDocument {
  const packed = brotliCompressSync(body);
  return { path, file: null, key: '', status, contentType: 'text/html; charset=utf-8', location: null, csp, etag: `"plain-${status}"`, mtime: 0, packed };
}
