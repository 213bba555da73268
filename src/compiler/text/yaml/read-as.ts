import type { z } from 'zod';
import type { Finding } from '../finding.ts';
import { readYaml, type YamlOptions, type YamlResult } from './read-yaml.ts';
import { schemaFindings } from './schema-findings.ts';
import { schemaWords } from './schema-words.ts';

interface ReadAs<T> extends Pick<YamlResult, 'placeOf' | 'placeIn'> {
  /** Null when there are findings. */
  data: T | null;
  findings: Finding[];
}

/**
 * Reads YAML as a schema wants it: the only way from an author's file to data. Each value is taken as it is written, and becomes a number or a
 * yes or no only where the schema asks for one: a version 1.10 stays "1.10", a title 2014 is a title. Never throws for what the text holds.
 */
export function readAs<T extends z.ZodType>(text: string, schema: T, options: YamlOptions): ReadAs<z.output<T>> {
  const { value, findings, ...places } = readYaml(text, options);
  if (findings.length > 0) return { data: null, findings, ...places };
  const asWritten = value ?? {};
  const first = schema.safeParse(asWritten);
  const converted = first.success
    ? 0
    : first.error.issues.filter((issue) => issue.code === 'invalid_type' && convert(asWritten, issue.path, issue.expected)).length;
  const parsed = converted > 0 || !first.success ? schema.safeParse(asWritten, { error: schemaWords }) : first;
  if (parsed.success) return { data: parsed.data, findings, ...places };
  return { data: null, findings: schemaFindings(parsed.error, { family: options.family, value: asWritten, ...places }), ...places };
}

/** Turns the words at a path into what is expected there, when they can mean one thing; says whether it did. */
function convert(root: unknown, path: readonly PropertyKey[], expected: string): boolean {
  const last = path.at(-1);
  const holder = path.slice(0, -1).reduce<unknown>((inner, key) => (inner as Record<PropertyKey, unknown>)[key], root) as Record<PropertyKey, unknown>;
  if (last === undefined) return false;
  const written = holder[last];
  if (typeof written !== 'string') return false;
  // Other spellings (1_000, 0x10, 1e3, 010, yes) mean different things to different readers.
  if (expected === 'number' && /^(?:0|[1-9]\d*)$/.test(written)) holder[last] = Number(written);
  else if (expected === 'boolean' && (written === 'true' || written === 'false')) holder[last] = written === 'true';
  else return false;
  return true;
}
