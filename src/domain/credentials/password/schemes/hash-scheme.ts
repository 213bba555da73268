/** A hash that says how it was made, as far as its scheme understands it. */
export interface ReadHash {
  /** What checking it takes, in hashes of ours; measured. */
  cost: number;
  memoryKiB: number;
  /** Bytes of a password after which the scheme looks at nothing; undefined where it looks at all of it. */
  sees?: number;
  /** Whether this is its password, in normal form C. */
  verify(password: string): Promise<boolean>;
}

export interface HashScheme {
  /** As people call it. */
  name: string;
  /** How its hashes begin. */
  begins: RegExp;
  /** Roughly what may be checked at most, as its hashes write it. */
  most: string;
  /** Null for what has not its form. Costs next to nothing, whatever it is given. */
  read(phc: string): ReadHash | null;
}
