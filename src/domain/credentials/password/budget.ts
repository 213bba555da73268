/** Of our own hashes: OWASP's password storage cheat sheet, 19 MiB, two passes, one lane; some 10 ms. */
export const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };

/** What checking one hash from elsewhere may cost, in hashes of ours: some 0.3 s of a core, as bcrypt takes at the cost of 12. */
export const MAX_COST = 30;

/** What it may hold meanwhile, in KiB; as many as there are cores may do so at once. */
export const MAX_MEMORY_KIB = 65_536;
