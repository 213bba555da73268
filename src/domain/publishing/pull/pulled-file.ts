import { createHash } from 'node:crypto';

/** A file of a content folder, as it would be written there. */
export interface PulledFile {
  /** Below the content folder. */
  path: string;
  text: string;
  /** SHA-256 (hex) of each text that is stored of this place: a file that holds one of them holds nothing that is not known. */
  known: string[];
}

/** SHA-256 (hex) of a text in UTF-8. */
export function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}
