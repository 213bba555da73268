/** What an account can be told of an incident: a preview shows one of each, in the order of the table of states. */
export const ACCOUNT_STATES = ['affected', 'precaution', 'upgrade', 'nothing', 'not_affected', 'checking', 'done'] as const;
export type AccountState = (typeof ACCOUNT_STATES)[number];
