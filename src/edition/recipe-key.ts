import { createHash } from 'node:crypto';
import type { Recipe } from './recipe.ts';

/** A hash of all that a document is made from, its code by the build's name: the same key, the same bytes. */
export function recipeKey(recipe: Recipe, build: string): string {
  const fields = Object.entries(recipe.input).map(([name, value]) => [name, digest(value)]);
  return hashOf(JSON.stringify([build, recipe.path, fields]));
}

const known = new WeakMap<object, string>();

/** Of an immutable object it is taken once: a publication hands over all posts, and few are new. */
function digest(value: unknown): string {
  if (typeof value !== 'object' || value === null) return JSON.stringify(value) ?? '';
  let hash = known.get(value);
  if (hash === undefined) {
    hash = hashOf(value instanceof Uint8Array ? value : JSON.stringify(value));
    known.set(value, hash);
  }
  return hash;
}

function hashOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('base64url').slice(0, 22);
}
