import { z } from 'zod';
import { DEFAULT_LOCALE, LOCALES } from '#paths';
import { line, text, title } from './facts.ts';

/** `content/site.yaml`: who speaks, and where they can be reached. Published with each edition. */
export const siteSchema = z.strictObject({
  /** The name people know, shown in the header. */
  brand: line.min(1).max(40),
  legalName: line.min(1),
  /** The host that people type, without scheme. */
  host: line,
  /** The default one among them: what has no language in its address is in that one, and a language that is not here leads to it. */
  locales: z
    .array(z.enum(LOCALES))
    .refine((locales) => locales.includes(DEFAULT_LOCALE), `name "${DEFAULT_LOCALE}" too: addresses without a language are in it`)
    .refine((locales) => new Set(locales).size === locales.length, 'name each language once'),
  contacts: z.strictObject({ security: z.email(), press: z.email(), privacy: z.email(), phone: line, post: z.string() }),
  /** Where a real notice is found inside the product, e.g. "Account › Security". */
  menuPath: title,
  /** Pages of a few paragraphs each, in CommonMark: privacy, legal, contact, press, help. */
  pages: z.record(z.enum(['privacy', 'legal', 'contact', 'press', 'help']), z.strictObject({ title, body: text })),
  /** Hosts that a post may link to without a warning. */
  trustedDomains: z.array(line),
});
export type Site = z.output<typeof siteSchema>;
