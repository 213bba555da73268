/** How a person shows that an account is theirs, in ascending strength. */
export const PROOF_METHODS = ['current', 'email_code', 'factor'] as const;
export type ProofMethod = (typeof PROOF_METHODS)[number];

/** What an order may ask for: what everybody can give. An order for another could never be closed by who has none. */
export const ORDERABLE_PROOFS = ['current', 'email_code'] as const satisfies readonly ProofMethod[];
export type OrderableProof = (typeof ORDERABLE_PROOFS)[number];

/** Whether a proof is at least as strong as the one asked for. */
export function satisfies(given: ProofMethod, asked: ProofMethod): boolean {
  return PROOF_METHODS.indexOf(given) >= PROOF_METHODS.indexOf(asked);
}

/** What can be added to an account by which somebody gets in, or is trusted, later on. */
export const ADDITION_KINDS = ['passkey', 'totp', 'recovery_codes', 'address', 'device'] as const;
export type AdditionKind = (typeof ADDITION_KINDS)[number];
