import { z } from 'zod';

/** Words for a title, a subject or a name, as they are written: they go into places that hold one line. */
export const oneLine = z
  .string()
  .trim()
  .regex(/^[^\n\r\u0085\u2028\u2029]*$/, 'write it on one line; this holds a line break');
