import { z } from 'zod';

const id = z.int().positive();

/** One locale of a post or update as `publish` is told of it: a revision, the facts it is read with, and what it looks like with them, each by its id. */
export const namedText = z.strictObject({ revision: id, facts: id.nullable(), rendering: id });
export type NamedText = z.output<typeof namedText>;
