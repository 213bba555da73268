import { isDeepStrictEqual } from 'node:util';
import { type Document, isCollection, isNode, isScalar, parseDocument, Scalar, YAMLMap } from 'yaml';
import { FIELD_COMMENTS } from '#compiler/templates/field-comments.ts';
import { fieldSource } from '#compiler/templates/facts-source.ts';
import { readYaml } from '#compiler/text/yaml/read-yaml.ts';
import { DEFAULT_LOCALE, type Locale } from '#paths';
import { type Entry, factsEntries } from './entries.ts';
import { type FactsField, fieldAt } from './field-tree.ts';
import { newItem, TODO } from './new-item.ts';
import { asWritten, isSame } from './typed.ts';

const YAML = { version: '1.2', schema: 'failsafe', merge: false } as const;

export interface FactsEdit {
  /** What stands in the form, by the names of its entries. */
  typed: ReadonlyMap<string, string>;
  /** A list that gets one more item, by its path with points. */
  add?: string;
  /** An item that goes. */
  remove?: string;
}

/**
 * Facts with what a form changed of them. A field that was not changed keeps its bytes, what is around all of them too. Null where the facts can't
 * be read, or the form is of other facts.
 */
export function editFacts(source: string, locales: readonly Locale[], { typed, add, remove }: FactsEdit): string | null {
  const before = factsEntries(source, locales);
  if (!before) return null;
  const known = new Map(before.entries.map((entry) => [entry.name, entry]));
  if ([...typed.keys()].some((name) => !known.has(name))) return null;
  const document: Document = parseDocument(source, YAML);
  if (!document.contents) document.contents = new YAMLMap();
  // Written in one line, it has no place for a field of its own.
  if (isCollection(document.contents) && document.contents.flow) return null;
  const touched = new Set<string>();
  for (const [name, words] of typed) {
    const entry = known.get(name) as Entry;
    if (isSame(entry.field, entry.shown, words)) continue;
    write(document, entry, asWritten(entry.field, words));
    touched.add(entry.path[0] as string);
  }
  for (const path of [add, remove].flatMap((path) => (path === undefined ? [] : [path.split('.')]))) {
    if (!changeList(document, path, locales, path.join('.') === remove)) return null;
    touched.add(path[0] as string);
  }
  return [...touched].reduce((text, field) => withField(text, field, document), source);
}

function write(document: Document, { path, field, locale }: Entry, words: string): void {
  const place = locale === null ? path : [...path, locale];
  if (words !== '') {
    set(document, place, words);
    return;
  }
  const isWanted =
    !field.optional && (locale === null || locale === DEFAULT_LOCALE) && path.slice(0, -1).every((_key, index) => !fieldAt(path.slice(0, index + 1))?.optional);
  if (isWanted) return set(document, place, TODO);
  document.deleteIn(place);
  // What may be left out goes with the last of it.
  for (let length = place.length - 1; length > 0; length -= 1) {
    const holder = document.getIn(place.slice(0, length), true);
    if (!fieldAt(place.slice(0, length))?.optional || !isCollection(holder) || holder.items.length > 0) return;
    document.deleteIn(place.slice(0, length));
  }
}

/** A word that is there keeps the way in which it is written. */
function set(document: Document, place: readonly string[], words: string): void {
  const node = document.getIn(place, true);
  if (isScalar(node) && node.source !== '') node.value = words;
  else {
    // Nothing behind a key is no place to write into.
    for (let length = 1; length < place.length; length += 1)
      if (!isCollection(document.getIn(place.slice(0, length), true))) document.setIn(place.slice(0, length), new YAMLMap());
    document.setIn(place, new Scalar(words));
  }
}

function changeList(document: Document, path: readonly string[], locales: readonly Locale[], removes: boolean): boolean {
  const listPath = removes ? path.slice(0, -1) : path;
  const list: FactsField | null = fieldAt(listPath);
  if (list?.kind !== 'list') return false;
  if (removes) return document.deleteIn(path.map((key) => (/^\d+$/.test(key) ? Number(key) : key)));
  const held = document.getIn(listPath, true);
  // `[]` is a way of writing that holds no more than one line.
  if (isCollection(held) && held.items.length > 0) document.addIn(listPath, document.createNode(newItem(list.item, locales)));
  else document.setIn(listPath, document.createNode([newItem(list.item, locales)]));
  return true;
}

/** The text with one of its fields as the document has it. */
function withField(source: string, field: string, changed: Document): string {
  const pair = (changed.contents as YAMLMap).items.find(({ key }) => nameOf(key) === field);
  const value = pair && (changed.toJS({ maxAliasCount: 0 }) as Record<string, unknown>)[field];
  const text = (pair === undefined ? fieldSource(field, undefined) : stand(field, changed, value)).trimEnd();
  const here = rangeOf(source, field);
  return source.slice(0, here.from) + here.before + text + here.after + source.slice(here.to);
}

/** With the author's comments, where they can stay. */
function stand(field: string, changed: Document, value: unknown): string {
  const alone = changed.clone() as Document;
  const map = alone.contents as YAMLMap;
  map.items = map.items.filter(({ key }) => nameOf(key) === field);
  for (const { key, value: inner } of map.items) {
    // What stands before and behind a field is not its own.
    if (isScalar(key)) Object.assign(key, { commentBefore: null, spaceBefore: false });
    if (isNode(inner)) inner.comment = null;
  }
  map.comment = null;
  map.commentBefore = null;
  alone.comment = null;
  alone.commentBefore = null;
  const text = alone.toString({ lineWidth: 0 });
  const { value: read, findings } = readYaml(text, { family: 'facts' });
  return findings.length === 0 && isDeepStrictEqual(read, { [field]: value }) ? text : fieldSource(field, value);
}

/** A key that came in later is a plain word. */
const nameOf = (key: unknown): unknown => (isScalar(key) ? key.value : key);

/** Where a field stands in a text, else where it belongs. */
function rangeOf(source: string, field: string): { from: number; to: number; before: string; after: string } {
  const { contents } = parseDocument(source, YAML);
  const pairs = contents instanceof YAMLMap ? (contents.items as { key: Scalar<string>; value: { range?: number[] | null } | null }[]) : [];
  const end = (index: number) => pairs[index]?.value?.range?.[1] ?? pairs[index]?.key.range?.[1] ?? 0;
  const own = pairs.findIndex(({ key }) => key.value === field);
  if (own >= 0) return { from: pairs[own]?.key.range?.[0] ?? 0, to: source.slice(0, end(own)).trimEnd().length, before: '', after: '' };
  // Out of use, as a template has it.
  const unused = new RegExp(`^# ${field}:[ \\t]*$`, 'm').exec(source);
  if (unused) return { from: unused.index, to: unused.index + unused[0].length, before: '', after: '' };
  const order = Object.keys(FIELD_COMMENTS);
  const next = pairs.findIndex(({ key }) => order.indexOf(key.value) > order.indexOf(field));
  if (next < 0) return { from: source.length, to: source.length, before: source === '' || source.endsWith('\n') ? '' : '\n', after: '\n' };
  const at = pairs[next]?.key.range?.[0] ?? 0;
  return { from: at, to: at, before: '', after: '\n' };
}
