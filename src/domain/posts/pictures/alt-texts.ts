import { z } from 'zod';
import { MAX_ALT } from '#model/team/pictures/pictures.ts';
import { type Locale, LOCALES } from '#paths';

/** What a picture shows, by language. */
export type AltTexts = Partial<Record<Locale, string>>;

/** As it is typed: empty for a language in which nobody has said it yet. One line, since a text writes it between brackets. */
export const altTexts = z.partialRecord(z.enum(LOCALES), z.string().max(MAX_ALT, 'picture_alt_long')).transform(
  (given): AltTexts =>
    Object.fromEntries(
      Object.entries(given)
        .map(([locale, alt]) => [locale, (alt ?? '').replace(/\s+/g, ' ').trim()] as const)
        .filter(([, alt]) => alt !== ''),
    ),
);

/** As it is stored. */
export const storedAltTexts = z.partialRecord(z.enum(LOCALES), z.string());
