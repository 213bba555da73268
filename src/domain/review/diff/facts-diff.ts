/** One value of the facts that changed. */
export interface FactsChange {
  /** Names and places from the top: `platforms`, `web`, `action`. */
  path: string[];
  /** Null where there was none, or is none any more. */
  was: string | null;
  is: string | null;
}

/** By which field entries of a list are told apart: one that is put in before others changes no other. */
const NAMES = ['platform', 'name', 'category', 'cohort', 'at'] as const;

/** What changed from one state of the facts to the next, value by value, in the order of the facts. Null: there were none. */
export function factsDiff(before: object | null, after: object | null): FactsChange[] {
  const [was, is] = [new Map(leaves(before, [])), new Map(leaves(after, []))];
  const keys = [...new Set([...is.keys(), ...was.keys()])];
  return keys.flatMap((key) => {
    const [old, now] = [was.get(key) ?? null, is.get(key) ?? null];
    return old === now ? [] : [{ path: JSON.parse(key) as string[], was: old, is: now }];
  });
}

/** Every value with its path as JSON. */
function leaves(value: unknown, path: string[]): [string, string][] {
  if (value === null || value === undefined) return [];
  if (typeof value !== 'object') return [[JSON.stringify(path), String(value)]];
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([name, inner]) => leaves(inner, [...path, name]));
  if (value.every((entry) => typeof entry !== 'object')) return value.length === 0 ? [] : [[JSON.stringify(path), value.join(', ')]];
  const names = value.map((entry, index) => nameOf(entry) ?? String(index + 1));
  return value.flatMap((entry, index) => {
    const name = names[index] as string;
    const earlier = names.slice(0, index).filter((other) => other === name).length;
    return leaves(entry, [...path, earlier === 0 ? name : `${name} (${earlier + 1})`]);
  });
}

function nameOf(entry: unknown): string | null {
  const field = NAMES.find((name) => typeof (entry as Record<string, unknown>)[name] === 'string');
  return field === undefined ? null : String((entry as Record<string, unknown>)[field]);
}
