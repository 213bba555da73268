import type { PublicDocument } from '#model/edition.ts';
import type { Site } from '#model/site.ts';

/** One document of a stored edition; `file` is its path below the edition's folder, null for a redirect. */
export interface StoredDocument {
  path: string;
  file: string | null;
  /** Hash of everything the document was made from: unchanged, its bytes are reused. */
  key: string;
  status: PublicDocument['status'];
  contentType: string;
  location: string | null;
  csp: string | null;
  /** Strong: a hash of the bytes. */
  etag: string;
  /** Seconds since 1970 in which the bytes last changed; always later than its predecessor's. */
  mtime: number;
}

/** A document with its bytes. */
export interface ServedDocument extends StoredDocument {
  /** As the smallest encoding has them (`packed-bytes.ts`); none for a redirect. The others are made from it when somebody asks. */
  packed: Buffer;
}

/** A document in the list of those on disk. */
export interface KeptDocument extends StoredDocument {
  /** Of its bytes as they are kept; absent in what an older build wrote. */
  sum?: number;
}

/** `editions/<number>-<build>.json`, beside the folder of the same name. */
export interface Manifest {
  number: number;
  publishedAt: string;
  build: string;
  site: Site;
  documents: KeptDocument[];
}

/** Pictures are compressed by themselves, and are stored and sent as they are. */
export function isPicture(contentType: string): boolean {
  return contentType.startsWith('image/');
}
