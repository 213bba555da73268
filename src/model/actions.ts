/** What a cohort can be asked for, in the order to do it. */
export const ACTION_KINDS = ['sign_in_again', 'change_password', 'upgrade_app'] as const;
export type ActionKind = (typeof ACTION_KINDS)[number];
