/** Days that a key is good for at most. */
export const MAX_KEY_DAYS = 365;
/** What a key begins with, so that whoever finds one knows it for a secret. */
export const KEY_MARK = 'candor-approval-';
