/** The member of a closed set that a word from outside names, or null where it names none. */
export function oneOf<T extends string>(set: readonly T[], word: string | undefined): T | null {
  return set.find((member) => member === word) ?? null;
}
