/** What a row may say of an account, under these names. */
export const IMPORT_COLUMNS = ['email', 'market', 'locale', 'created_at', 'password_hash', 'password_changed_at'] as const;
export type ImportColumn = (typeof IMPORT_COLUMNS)[number];

/** One row as it was read; an empty value is none. */
export type ImportRow = { line: number } & ({ values: Partial<Record<ImportColumn, string>> } | { unreadable: string });

/** How much of the text has been read: whole lines, and the SHA-256 (hex) of all of it so far, decompressed. */
export interface Position {
  bytes: number;
  lines: number;
  sha256: string;
}

/** Rows, and where the text stands after them. */
export interface Chunk {
  rows: Iterable<ImportRow>;
  after: Position;
}

/** A text of rows, that a door has opened. */
export interface ImportSource {
  /** What follows `from`; null when the text does not begin with what was read up to there. Throws Invalid for what holds no rows of accounts. */
  read(from: Position | null): Promise<AsyncIterable<Chunk> | null>;
}
