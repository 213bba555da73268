import { z } from 'zod';

/** A number as a form or an address holds it, as its text; `wrong` is the key of the sentence for another one. */
export const numberIn = (wrong: 'not_a_form' | 'line_none' | 'post_missing') =>
  z
    .string()
    .regex(/^[1-9][0-9]{0,8}$/, wrong)
    .transform(Number);

/** The same, or none: 0. */
export const countIn = z
  .string()
  .regex(/^(?:0|[1-9][0-9]{0,8})$/, 'not_a_form')
  .transform(Number);
