import { ZxcvbnFactory } from '@zxcvbn-ts/core';
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common';

/** Guesses (log10) from which each level begins. At 10,000 a second, zxcvbn's figure for one computer against a slow hash: 2 minutes, 28 hours, 31 years. */
const LEVELS = [
  { level: 'strong', from: 13 },
  { level: 'fair', from: 9 },
  { level: 'weak', from: 6 },
  { level: 'very_weak', from: 0 },
] as const;

/** Estimating takes time that grows with the length, 0.1 s for so many; what is longer is judged by its beginning. */
const ESTIMATED_CHARACTERS = 40;

/** zxcvbn's patterns, as we word them; its own warnings say nothing of a password between its bound and ours. */
const WEAKNESSES = { dictionary: 'common', spatial: 'keys', repeat: 'repeat', sequence: 'sequence', regex: 'date', date: 'date' } as const;

export interface Strength {
  level: (typeof LEVELS)[number]['level'];
  /** What most of the password is made of; null where there is nothing to mend, or another sentence says it. */
  weakness: 'own_words' | (typeof WEAKNESSES)[keyof typeof WEAKNESSES] | null;
}

const estimator = new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs });

/** How many guesses a password would stand, and what a guessing program would make use of. `words`: those it would try first. */
export function estimateStrength(password: string, words: string[]): Strength {
  const { guessesLog10, sequence } = estimator.check([...password].slice(0, ESTIMATED_CHARACTERS).join(''), words);
  const level = LEVELS.find(({ from }) => guessesLog10 >= from)?.level ?? 'very_weak';
  if (level === 'strong') return { level, weakness: null };
  const known = sequence.flatMap((match) => {
    const weakness = Object.hasOwn(WEAKNESSES, match.pattern) ? WEAKNESSES[match.pattern as keyof typeof WEAKNESSES] : null;
    return weakness === null ? [] : [{ length: match.token.length, weakness: match.dictionaryName === 'userInputs' ? ('own_words' as const) : weakness }];
  });
  const [longest] = known.sort((a, b) => b.length - a.length);
  return { level, weakness: longest?.weakness ?? null };
}
