import type { z } from 'zod';
import type { Finding } from '../finding.ts';

interface Options {
  family: string;
  /** What the schema was given. */
  value: unknown;
  placeOf: (path: readonly PropertyKey[]) => { line: number; column: number };
}

/** One finding for each thing that a schema refuses, at its place in the YAML. */
export function schemaFindings(error: z.ZodError, { family, value, placeOf }: Options): Finding[] {
  return error.issues.flatMap((issue): Finding[] => {
    const path = issue.path;
    if (issue.code === 'unrecognized_keys') {
      return issue.keys.map((key) => finding('unknown-key', [...path, key], `"${key}" is not a field here. Remove it, or check its spelling.`));
    }
    if (path.length > 0 && at(value, path) === undefined) return [finding('missing', path, `"${path.join('.')}" is missing. Add it.`)];
    return [finding('value', path, `"${path.join('.') || 'The whole'}": ${issue.message}.`)];
  });

  function finding(rule: string, path: readonly PropertyKey[], message: string): Finding {
    return { rule: `${family}/${rule}`, severity: 'error', ...placeOf(path), message };
  }
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (inner, key) => (typeof inner === 'object' && inner !== null && Object.hasOwn(inner, key) ? (inner as Record<PropertyKey, unknown>)[key] : undefined),
    value,
  );
}
