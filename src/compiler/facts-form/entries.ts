import { PLACEHOLDER } from '#compiler/folder/facts-placeholders.ts';
import { readYaml } from '#compiler/text/yaml/read-yaml.ts';
import type { Locale } from '#paths';
import { type FactsField, FACTS_FIELDS } from './field-tree.ts';

/** One thing to fill in. */
export interface Entry {
  /** In the form: its path, with points; of a sentence, the language last. */
  name: string;
  path: readonly string[];
  field: FactsField;
  /** Of a sentence. */
  locale: Locale | null;
  /** As it is shown; empty for what is still to be written. */
  shown: string;
  /** As it is written; null where nothing is. */
  written: string | null;
}

export interface FactsEntries {
  /** Words, lists and mappings as they are written. */
  value: unknown;
  /** In the order of the form. */
  entries: Entry[];
}

/** What a form shows of facts, in the languages of the site; null where their YAML can't be read. */
export function factsEntries(source: string, locales: readonly Locale[]): FactsEntries | null {
  const { value, findings } = readYaml(source, { family: 'facts' });
  if (findings.length > 0 || Array.isArray(value) || typeof value === 'string') return null;
  const entries: Entry[] = [];
  const visit = (field: FactsField, path: readonly string[], inner: unknown): void => {
    if (field.kind === 'group') for (const named of field.fields) visit(named.field, [...path, named.name], within(inner, named.name));
    else if (field.kind === 'list')
      for (const [index, item] of (Array.isArray(inner) ? inner : []).entries()) visit(field.item, [...path, String(index)], item);
    else if (field.kind === 'sentence') for (const locale of locales) entries.push(entryOf(field, path, locale, within(inner, locale)));
    else entries.push(entryOf(field, path, null, inner));
  };
  visit(FACTS_FIELDS, [], value);
  return { value, entries };
}

function entryOf(field: FactsField, path: readonly string[], locale: Locale | null, inner: unknown): Entry {
  const written = typeof inner === 'string' ? inner : null;
  const name = [...path, ...(locale === null ? [] : [locale])].join('.');
  return { name, path, field, locale, written, shown: written === null || PLACEHOLDER.test(written) ? '' : shownOf(field, written) };
}

/** A moment as fields of browsers hold it, in UTC; what is none, as it is. */
function shownOf({ kind }: FactsField, written: string): string {
  return kind === 'instant' && isMoment(written) ? new Date(written).toISOString().slice(0, 16) : written;
}

/** With its zone: without one it would be another moment on another machine. */
const isMoment = (text: string) => /(?:Z|[+-]\d\d:\d\d)$/.test(text) && !Number.isNaN(Date.parse(text));

function within(holder: unknown, key: string): unknown {
  return typeof holder === 'object' && holder !== null && Object.hasOwn(holder, key) ? (holder as Record<string, unknown>)[key] : undefined;
}
