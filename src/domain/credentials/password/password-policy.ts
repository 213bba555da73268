import { dictionary } from '@zxcvbn-ts/language-common';
import { estimateStrength, type Strength } from './password-strength.ts';

/** Checked before anything is hashed or estimated. */
export const MAX_PASSWORD_BYTES = 1024;

/** NIST SP 800-63B §3.1.1.2: for a password that stands alone. */
export const MIN_PASSWORD_CHARACTERS = 15;

type PasswordProblem = 'password_short' | 'password_long' | 'password_common' | 'password_own_words' | 'password_guessable';

export interface PasswordJudgement {
  /** A key under `error`; null when the password will do. */
  problem: PasswordProblem | null;
  /** Null where its length alone decides. */
  strength: Strength | null;
}

const LONG: PasswordJudgement = { problem: 'password_long', strength: null };

const common = new Set(Object.values(dictionary).flat());

/** What is wrong with a new password, if anything. `ownWords`: the brand, the host, the person's address. */
export function judgePassword(password: string, ownWords: string[]): PasswordJudgement {
  if (isTooLong(password)) return LONG;
  const normal = password.normalize('NFC');
  if ([...normal].length < MIN_PASSWORD_CHARACTERS) return { problem: 'password_short', strength: null };
  const bare = simplify(normal);
  if (common.has(normal.toLowerCase()) || common.has(bare) || common.has(shortestRepeated(bare))) return refused('password_common', 'very_weak');
  const words = split(ownWords);
  if (isMostly(bare, words)) return refused('password_own_words', 'weak');
  const strength = estimateStrength(normal, words);
  return { problem: strength.level === 'strong' ? null : 'password_guessable', strength };
}

/** Whether no password is so long. Counted as it is hashed: decomposed, the same letters take more bytes. */
export function isTooLong(password: string): boolean {
  return password.length > MAX_PASSWORD_BYTES || Buffer.byteLength(password.normalize('NFC')) > MAX_PASSWORD_BYTES;
}

/** The problem's own sentence says why. */
function refused(problem: PasswordProblem, level: Strength['level']): PasswordJudgement {
  return { problem, strength: { level, weakness: null } };
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
