/** The statuses with which the front refuses a request by itself; each edition holds a document of every one in every language. */
export const REFUSALS = [400, 403, 405, 408, 413, 414, 415, 421, 431, 503] as const;
export type Refusal = (typeof REFUSALS)[number];
