/** How a person shows that an account is theirs, in ascending strength. Only methods that a person can give: an order for another could never be closed. */
export const PROOF_METHODS = ['current', 'email_code'] as const;
export type ProofMethod = (typeof PROOF_METHODS)[number];

/** Whether a proof is at least as strong as the one asked for. */
export function satisfies(given: ProofMethod, asked: ProofMethod): boolean {
  return PROOF_METHODS.indexOf(given) >= PROOF_METHODS.indexOf(asked);
}

/** What can be added to an account by which somebody gets in, or is trusted, later on. */
export const ADDITION_KINDS = ['passkey', 'totp', 'recovery_codes', 'device'] as const;
export type AdditionKind = (typeof ADDITION_KINDS)[number];
