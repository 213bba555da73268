import { createHash } from 'node:crypto';
import type { Lost } from './child.ts';
import type { CompileRequest } from '../child-protocol.ts';

/** How long it is remembered, in milliseconds: a machine that was busy may be idle by then. */
const REMEMBERED_MS = 5 * 60_000;
/** Texts that are remembered. */
const MAX_TEXTS = 64;

export interface CostlyTexts {
  /** Why this very text has no answer, where one was tried before. */
  known(request: CompileRequest): Lost | null;
  /** A text by this name cost too much of late: the next one may, too. */
  isWary(name: string): boolean;
  /** What came of a text. */
  note(name: string, request: CompileRequest, lost: Lost | null): void;
}

/** Remembers which texts took longer, or more memory, than one may: those are tried once. */
export function costlyTexts(): CostlyTexts {
  const texts = new Map<string, { lost: Lost; at: number }>();
  const names = new Map<string, number>();
  const isRecent = (at: number | undefined) => at !== undefined && performance.now() - at < REMEMBERED_MS;
  return {
    known(request) {
      const before = texts.get(hashOf(request));
      return before && isRecent(before.at) ? before.lost : null;
    },
    isWary: (name) => isRecent(names.get(name)),
    note(name, request, lost) {
      if (lost === null) return void names.delete(name);
      const at = performance.now();
      keep(names, name, at);
      keep(texts, hashOf(request), { lost, at });
    },
  };
}

/** The one that was noted longest ago goes first. */
function keep<Kept>(all: Map<string, Kept>, key: string, one: Kept): void {
  all.delete(key);
  all.set(key, one);
  const [oldest] = all.keys();
  if (all.size > MAX_TEXTS && oldest !== undefined) all.delete(oldest);
}

const hashOf = (request: CompileRequest) => createHash('sha256').update(JSON.stringify(request)).digest('base64');
