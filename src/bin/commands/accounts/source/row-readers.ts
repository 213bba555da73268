import { IMPORT_COLUMNS, type ImportColumn } from '#domain/accounts/import/import-source.ts';
import { Invalid } from '#domain/core/errors.ts';
import { splitRecord } from './split-record.ts';

type Values = Partial<Record<ImportColumn, string>>;

/** What one line says, or why it can't be read: in words that repeat nothing of it. */
export type RowReader = (line: string) => Values | string;

const columns: ReadonlySet<string> = new Set(IMPORT_COLUMNS);
const LISTED = IMPORT_COLUMNS.join(', ');

const columnOf = (typed: string): ImportColumn | null => {
  // As nearly every row has it: what follows would cost a million rows a second.
  if (columns.has(typed)) return typed as ImportColumn;
  const name = typed.trim().toLowerCase();
  return columns.has(name) ? (name as ImportColumn) : null;
};

/** A name that may be shown: anything else could be an address or a hash that stands where a name should. */
const nameOf = (typed: string, fallback: string) => (/^[\w -]{1,40}$/.test(typed.trim()) ? `"${typed.trim()}"` : fallback);

/** The reader of lines below this head. Throws Invalid for a column that is unknown, twice there or missing. */
export function csvReader(head: string): RowReader {
  const names = splitRecord(head);
  if (!names) throw new Invalid({}, 'The first line is no head of a CSV: a quote stands where it may not, or has no end.');
  const places = names.map((name, place) => {
    const column = columnOf(name);
    if (column === null) throw new Invalid({}, `Nothing is known of the column ${nameOf(name, String(place + 1))}. There may be ${LISTED}.`);
    return column;
  });
  for (const column of new Set(places))
    if (places.indexOf(column) !== places.lastIndexOf(column)) throw new Invalid({}, `The column "${column}" is there twice.`);
  if (!places.includes('email')) throw new Invalid({}, 'There is no column "email".');
  return (line) => {
    const fields = splitRecord(line);
    if (!fields) return 'a quote stands where it may not, or has no end on its line';
    if (fields.length !== places.length) return `${fields.length} fields where the first line has ${places.length}`;
    const values: Values = {};
    for (let place = 0; place < places.length; place += 1) values[places[place] as ImportColumn] = (fields[place] as string).trim();
    return values;
  };
}

/** Reads lines that are a JSON object each. */
export const jsonReader: RowReader = (line) => {
  let parsed: unknown;
  try {
    parsed = JSON.parse(line);
  } catch {
    return 'no JSON on one line';
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) return 'no object';
  const values: Values = {};
  for (const name of Object.keys(parsed)) {
    const value = (parsed as Record<string, unknown>)[name];
    const column = columnOf(name);
    if (column === null) return `nothing is known of ${nameOf(name, 'one of its names')}; there may be ${LISTED}`;
    if (column in values) return `"${column}" is there twice`;
    if (value === null) continue;
    if (typeof value !== 'string') return `${column} is no text`;
    values[column] = value.trim();
  }
  return values;
};
