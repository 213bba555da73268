/** Milliseconds in which the mailbox of before can take a changed address back, and a code to the new one proves nothing else. */
export const ADDRESS_KEPT_MS = 7 * 86_400_000;
