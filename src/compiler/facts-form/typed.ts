import type { FactsField } from './field-tree.ts';

/** What somebody typed, without what nobody sees: other signs for the end of a line, spaces at an end, tabs. */
function plain({ kind, ...field }: FactsField, typed: string): string {
  const lines = typed.replaceAll(/\r\n?/g, '\n').replaceAll('\t', ' ');
  const isBlock = kind === 'sentence' && 'lines' in field && field.lines === 'many';
  return isBlock ? lines.replaceAll(/ +$/gm, '').replaceAll(/^\n+|\n+$/g, '') : lines.replaceAll(/\s+/g, ' ').trim();
}

/** Whether a field was left as it was shown. */
export function isSame(field: FactsField, shown: string, typed: string): boolean {
  return plain(field, shown).trim() === plain(field, typed).trim();
}

/** What somebody typed, as `incident.yaml` holds it. */
export function asWritten(field: FactsField, typed: string): string {
  const words = plain(field, typed).trim();
  // Fields of browsers have no zone; this one says that it is UTC.
  return field.kind === 'instant' && /^\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?$/.test(words) ? `${words.slice(0, 16)}:00Z` : words;
}
