import { readFacts } from '#compiler/folder/read-facts.ts';
import { isFinal } from '#compiler/text/finding.ts';
import { readYaml } from '#compiler/text/yaml/read-yaml.ts';
import type { Site } from '#model/site.ts';
import { DEFAULT_LOCALE, type Locale } from '#paths';
import { type Entry, factsEntries } from './entries.ts';

/** What stands between facts and their review, by the name of a field. `unknown` is an answer, and is only counted; `advice` may stand if an approver lets it. */
export interface Gap {
  /** The path of the field, with points. */
  field: string;
  kind: 'missing' | 'unknown' | 'wrong' | 'advice';
  /** Of what is wrong, and of advice: why, and what to do. */
  message: string | null;
}

/** Answers that say that something is not known yet. */
const UNKNOWN: Readonly<Record<string, string>> = { 'occurred.certainty': 'unknown', 'cause.known': 'false', 'peopleAffected.kind': 'unknown', markets: 'ZZ' };

/** Groups that may be left out whole. */
const MAY_BE_LEFT_OUT: ReadonlySet<string> = new Set(['rollout', 'supportOffered', 'vuln', 'materiality']);

/** The gaps of facts, in the order of their form; one that has no field stands at the end, under an empty name. */
export function factsGaps(source: string, locales: readonly Locale[], { now, site }: { now: Date; site: Site | null }): Gap[] {
  const read = factsEntries(source, locales);
  const { findings } = readFacts(source, now, site);
  if (!read) return findings.map(({ line, column, message }) => ({ field: '', kind: 'wrong', message: `${line}:${column} ${message}` }));
  const fields = Map.groupBy(read.entries, ({ path }) => path.join('.'));
  const missing = [...fields].filter(([, entries]) => isMissing(entries, read.value)).map(([field]) => field);
  const unknown = [...fields].filter(([field, [entry]]) => UNKNOWN[field.replace(/\.\d+$/, '')] === entry?.written).map(([field]) => field);
  const pathAt = pathsOf(source);
  const wrong = findings.flatMap((finding): Gap[] => {
    const { rule, message } = finding;
    const path = pathAt(finding);
    const named = rule === 'facts/missing' ? /^"([^"]*)"/.exec(message)?.[1] : undefined;
    const at = fields.has(path) ? path : (fieldOfSentence(path, fields) ?? path);
    const isSaid = missing.some((field) => field === at || field === named || (named !== undefined && field.startsWith(`${named}.`)));
    if (isSaid) return [];
    return [{ field: at, kind: isFinal(finding) ? 'wrong' : 'advice', message }];
  });
  const order = [...fields.keys()];
  const rank = ({ field }: Gap) => {
    const index = order.findIndex((name) => name === field || name.startsWith(`${field}.`));
    return index < 0 ? order.length : index;
  };
  const found = [
    ...missing.map((field): Gap => ({ field, kind: 'missing', message: null })),
    ...unknown.map((field): Gap => ({ field, kind: 'unknown', message: null })),
    ...wrong,
  ];
  return found.sort((a, b) => rank(a) - rank(b));
}

/** Whether a field is still to be written: by a placeholder, or by nothing where something must be. */
function isMissing(entries: readonly Entry[], value: unknown): boolean {
  const [first] = entries;
  if (!first) return false;
  if (entries.some(({ written, shown }) => written !== null && written !== '' && shown === '')) return true;
  if (first.field.optional || !isAskedFor(first.path, value)) return false;
  const wanted = entries.find(({ locale }) => locale === DEFAULT_LOCALE) ?? first;
  return (wanted.written ?? '').trim() === '';
}

/** Whether everything around a field that may be left out is there: what is asked about only then. */
function isAskedFor(path: readonly string[], value: unknown): boolean {
  const at = path.findIndex((key) => MAY_BE_LEFT_OUT.has(key));
  if (at < 0) return true;
  const holder = path
    .slice(0, at + 1)
    .reduce<unknown>((inner, key) => (typeof inner === 'object' && inner !== null ? (inner as Record<string, unknown>)[key] : undefined), value);
  return typeof holder === 'object' && holder !== null;
}

/** The sentence that a place in one of its languages belongs to. */
function fieldOfSentence(path: string, fields: ReadonlyMap<string, unknown>): string | undefined {
  const holder = path.slice(0, Math.max(0, path.lastIndexOf('.')));
  return fields.has(holder) ? holder : undefined;
}

/** Which field a place is in: of several, the innermost. */
function pathsOf(source: string): (place: { line: number; column: number }) => string {
  const { value, placeOf } = readYaml(source, { family: 'facts' });
  const begins: { line: number; column: number; path: string }[] = [];
  const visit = (inner: unknown, path: readonly (string | number)[]): void => {
    if (path.length > 0) begins.push({ ...placeOf(path), path: path.join('.') });
    if (typeof inner !== 'object' || inner === null) return;
    if (Array.isArray(inner)) for (const [index, item] of inner.entries()) visit(item, [...path, index]);
    else for (const [key, item] of Object.entries(inner)) visit(item, [...path, key]);
  };
  visit(value, []);
  // Of two that begin at one place the second is the inner one.
  begins.sort((a, b) => a.line - b.line || a.column - b.column);
  return ({ line, column }) => begins.findLast((begin) => begin.line < line || (begin.line === line && begin.column <= column))?.path ?? '';
}
