import type { ErrorCode } from 'yaml';

const WORDS: Partial<Record<ErrorCode, string>> = {
  BAD_DQ_ESCAPE: 'In double quotes "\\" begins a sign of its own. Write "\\\\" for it, or use single quotes; a line break needs "|" and a new line.',
  BAD_INDENT: 'This line does not begin in the column of its neighbours. Use the same number of spaces for each.',
  BAD_SCALAR_START: 'A value can’t begin with this sign. Put the value in quotes.',
  BLOCK_AS_IMPLICIT_KEY: 'A second ": " stands in this line. Put the value in quotes.',
  DUPLICATE_KEY: 'This field stands twice. Remove one.',
  MISSING_CHAR: 'A sign is missing here: a quote, a bracket, or the ":" behind a field. Add it.',
  MULTILINE_IMPLICIT_KEY: 'The ":" behind this field is missing, or its value goes on without being deeper. Add it, or put the value in quotes.',
  MULTIPLE_DOCS: 'A second document begins here. Remove the line "---" or "...".',
  TAB_AS_INDENT: 'A tab begins this line. Use spaces.',
  TAG_RESOLVE_FAILED: 'A word that begins with "!" is not read. Put the value in quotes.',
  UNEXPECTED_TOKEN: 'This sign has no sense here. Put the value in quotes.',
};

/** What is wrong with a YAML text, for authors: the library's own words are for programmers. */
export function yamlWords(code: ErrorCode): string {
  return WORDS[code] ?? 'This is not plain YAML. Write "field: value" on each line, and put values with unusual signs in quotes.';
}
