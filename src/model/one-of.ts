/** The member of a closed set that a value from outside names, or null where it names none. */
export function oneOf<T extends string | number>(set: readonly T[], value: string | number | undefined): T | null {
  return set.find((member) => member === value) ?? null;
}
