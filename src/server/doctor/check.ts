import type { Config } from '#config';

/** What came of one look: a sentence that says what was seen and, where something is wrong, what to do. */
export interface Verdict {
  state: 'ok' | 'warn' | 'fail';
  sentence: string;
}

export interface Check {
  /** One word. */
  name: string;
  /** Settings without which there is nothing to look at. */
  needs: readonly string[];
  /** What it throws is a `fail`; its library's words are not shown. */
  look(config: Config): Promise<Verdict>;
}

export const ok = (sentence: string): Verdict => ({ state: 'ok', sentence });
export const warn = (sentence: string): Verdict => ({ state: 'warn', sentence });
export const fail = (sentence: string): Verdict => ({ state: 'fail', sentence });

/** `1 job`, `2 jobs`. */
export const count = (n: number, word: string) => `${n} ${word}${n === 1 ? '' : 's'}`;
