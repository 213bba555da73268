/** How long what is due waits for a worker before it is off, in milliseconds. */
export const WAITS_MS = 15 * 60_000;
