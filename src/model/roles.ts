/** What an account may do in the team; a customer has none. */
export const ROLES = ['author', 'approver', 'responder', 'support', 'admin'] as const;
export type Role = (typeof ROLES)[number];

/** Who writes and who reads for the public. */
export const EDITORS: readonly Role[] = ['author', 'approver', 'admin'];
