import type { Bundle } from './bundle.ts';
import type { ServedDocument, StoredDocument } from './edition-files.ts';

/** A document of the next edition; without bytes it keeps those of the one before. */
export interface ChangedDocument {
  stored: StoredDocument;
  packed: Buffer | null;
}

/** What the next edition has that the one before has not. */
export interface EditionChange {
  head: Omit<Bundle, 'documents'>;
  /** The number and build of the edition before; null: there is none, and every document comes with its bytes. */
  base: string | null;
  documents: ChangedDocument[];
  /** Paths that are gone. */
  removed: string[];
}

/** What tells editions apart: a number, made by one build. */
export const nameOf = ({ number, build }: Pick<Bundle, 'number' | 'build'>) => `${number}-${build}`;

/** The difference between two editions; a document is the same as before when it is the same object. */
export function changeBetween(before: Bundle | null, made: Bundle): EditionChange {
  const { documents } = made;
  const changed = [...documents.values()].filter((document) => before?.documents.get(document.path) !== document);
  return {
    head: headOf(made),
    base: before && nameOf(before),
    documents: changed.map((document) => {
      const old = before?.documents.get(document.path);
      return { stored: storedOf(document), packed: old?.packed === document.packed ? null : document.packed };
    }),
    removed: before ? [...before.documents.keys()].filter((path) => !documents.has(path)) : [],
  };
}

/** The next edition from the one before. Throws when the change belongs to another one. */
export function applyChange(before: Bundle | null, change: EditionChange): Bundle {
  if (change.base !== null && change.base !== (before && nameOf(before))) throw new Error(`The change is one of edition ${change.base}.`);
  const documents = new Map(change.base === null ? [] : before?.documents);
  for (const path of change.removed) documents.delete(path);
  for (const { stored, packed } of change.documents) {
    const kept = packed ?? before?.documents.get(stored.path)?.packed;
    if (!kept) throw new Error(`${stored.path} came without bytes, and there are none.`);
    documents.set(stored.path, { ...stored, packed: kept });
  }
  return { ...change.head, documents };
}

/** An edition without its bytes: enough to make the next one from, and to tell what changed. */
export function withoutBytes(head: Omit<Bundle, 'documents'>, documents: Iterable<StoredDocument>): Bundle {
  return { ...headOf(head), documents: new Map([...documents].map((document) => [document.path, { ...storedOf(document), packed: NONE }])) };
}

/** An edition without its documents. */
export function headOf({ number, publishedAt, build, site }: Omit<Bundle, 'documents'>): Omit<Bundle, 'documents'> {
  return { number, publishedAt, build, site };
}

/** A document as it is written to the manifest. */
export function storedOf(document: StoredDocument & Partial<ServedDocument>): StoredDocument {
  const { packed: _packed, ...stored } = document;
  return stored;
}

const NONE = Buffer.alloc(0);
