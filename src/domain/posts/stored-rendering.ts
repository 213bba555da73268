import type { Rendered } from '#model/edition.ts';
import type { Status } from '#model/facts.ts';

/** What `Rendering.json` holds: all that a text says in an edition. */
export interface StoredRendering {
  title: string;
  summary: string;
  /** The author's date; ISO 8601. */
  date: string;
  /** Of an update. */
  status?: Status;
  rendered: Rendered;
  /** Hashes of the pictures that it shows, in the order of the text. */
  pictures: string[];
  /** What the text calls them: hashes by names. Missing where it has none, and in what was stored before it was kept. */
  named?: Record<string, string>;
}
