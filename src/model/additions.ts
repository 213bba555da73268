/** What can be added to an account by which somebody gets in, or is trusted, later on. */
export const ADDITION_KINDS = ['passkey', 'totp', 'recovery_codes', 'device'] as const;
export type AdditionKind = (typeof ADDITION_KINDS)[number];
