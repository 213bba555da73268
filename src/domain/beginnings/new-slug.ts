import { z } from 'zod';
import { Invalid } from '#domain/core/errors.ts';
import { MAX_SLUG, SLUG, slugOf } from '#model/team/slug.ts';

/** A slug as somebody typed it; empty: one is made. */
export const typedSlug = z
  .string()
  .max(MAX_SLUG, 'slug_long')
  .transform((typed) => typed.trim())
  .refine((typed) => typed === '' || SLUG.test(typed), 'slug_form');

/** What somebody calls a text before it has a headline. */
export const workingTitle = z
  .string()
  .max(200, 'title_long')
  .transform((typed) => typed.replaceAll(/\s+/g, ' ').trim());

interface Wanted {
  typed: string;
  title: string;
  /** What stands for a title that has no Latin letters. */
  otherwise: string;
}

/** The slug of a new text: as it was typed, which must be free, else one of its title that is. */
export function newSlug({ typed, title, otherwise }: Wanted, taken: ReadonlyMap<string, unknown>): string {
  if (typed !== '') {
    if (taken.has(typed)) throw new Invalid({ slug: 'slug_taken' });
    return typed;
  }
  const made = slugOf(title) || otherwise;
  for (let n = 2; taken.has(made) && n <= taken.size + 1; n += 1) if (!taken.has(`${made}-${n}`)) return `${made}-${n}`;
  return made;
}
