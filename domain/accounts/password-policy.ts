import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Checked before anything is hashed or estimated. */
export const MAX_PASSWORD_BYTES = 1024;

/** NIST SP 800-63B §3.1.1.2: for a password that stands alone. */
export const MIN_PASSWORD_CHARACTERS = 15;

/** Guesses (log10) below which an offline attacker is through in hours: what ten million million tries find. */
const MIN_GUESSES_LOG10 = 13;

/** Estimating takes time that grows with the length; what is longer is judged by its beginning. */
const ESTIMATED_CHARACTERS = 40;

type PasswordProblem = 'password_short' | 'password_long' | 'password_common' | 'password_own_words' | 'password_guessable';

export interface PasswordJudgement {
  /** A key under `errors`; null when the password will do. */
  problem: PasswordProblem | null;
  /** 0 (anybody guesses it) to 4 (nobody does). */
  score: 0 | 1 | 2 | 3 | 4;
}

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });
const common = new Set(Object.values(dictionary).flat());

/** What is wrong with a new password, if anything. `ownWords`: the brand, the host, the person's address. */
export function judgePassword(password: string, ownWords: string[]): PasswordJudgement {
  const normal = password.normalize('NFC');
  if (Buffer.byteLength(normal) > MAX_PASSWORD_BYTES) return { problem: 'password_long', score: 0 };
  const characters = [...normal];
  if (characters.length < MIN_PASSWORD_CHARACTERS) return { problem: 'password_short', score: 0 };
  const bare = simplify(normal);
  if (common.has(normal.toLowerCase()) || common.has(bare) || common.has(shortestRepeated(bare))) return { problem: 'password_common', score: 0 };
  const words = split(ownWords);
  if (isMostly(bare, words)) return { problem: 'password_own_words', score: 1 };
  const { score, guessesLog10 } = estimator.check(characters.slice(0, ESTIMATED_CHARACTERS).join(''), words);
  return { problem: guessesLog10 < MIN_GUESSES_LOG10 ? 'password_guessable' : null, score };
}

/** Letters and digits only, in lower case: how somebody tries a word in its variants. */
function simplify(text: string): string {
  return text.toLowerCase().replace(/[^\p{L}\p{N}]/gu, '');
}

/** "passwordpassword" is "password", twice. */
function shortestRepeated(text: string): string {
  const period = (text + text).indexOf(text, 1);
  return period > 0 ? text.slice(0, period) : text;
}

function split(texts: string[]): string[] {
  const parts = texts.flatMap((text) => [simplify(text), ...text.toLowerCase().split(/[^\p{L}\p{N}]+/u)]);
  return [...new Set(parts)].filter((part) => part.length >= 4).sort((a, b) => b.length - a.length);
}

/** More than half of it is made of these words. */
function isMostly(bare: string, words: string[]): boolean {
  const rest = words.reduce((left, word) => left.replaceAll(word, ''), bare);
  return [...rest].length * 2 < [...bare].length;
}
