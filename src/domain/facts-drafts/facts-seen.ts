import { z } from 'zod';

/** What the author of a save saw: the incident, the save that it follows, and the newest facts revision; 0 for none. */
export const factsSeen = { incident: z.int().positive(), version: z.int().nonnegative(), base: z.int().nonnegative() };
