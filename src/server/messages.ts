import type { ChangedDocument, EditionChange } from '#edition/edition-change.ts';
import type { StoredDocument } from '#edition/edition-files.ts';
import type { Bundle } from '#edition/bundle.ts';

/** What the app knows of something else, and when it last looked: milliseconds since 1970. */
export interface Sighting {
  state: 'up' | 'down';
  at: number;
}

/** What else the app knows, besides that it lives. */
export interface Sightings {
  database: Sighting | null;
  mail: Sighting | null;
}

/** From the front to the app, over the channel between parent and child. */
export type ToApp =
  /** The first message: where to listen, and which edition there is already. */
  { kind: 'start'; socketPath: string; held: { head: Omit<Bundle, 'documents'>; documents: StoredDocument[] } | null } | { kind: 'stop' };

/** From the app to the front. */
export type ToFront =
  | { kind: 'alive'; sightings: Sightings }
  | { kind: 'listening' }
  /** Documents of the next edition, ahead of it, in portions that hold nobody up. */
  | { kind: 'documents'; documents: ChangedDocument[] }
  /** The next edition is complete: `change.documents` are those that came before. */
  | { kind: 'edition'; change: Omit<EditionChange, 'documents'> }
  /** It must not run, and would not run the next time either. */
  | { kind: 'refused'; sentence: string };
