import { z } from 'zod';
import { LOCALES } from '#paths';
import { ZONES } from './team/local-time.ts';
import { type Line, storedLine, text, titleOf } from './facts.ts';

/** `content/site.yaml`: who speaks, and where they can be reached. Published with each edition. */
export const siteOf = (line: Line) =>
  z.strictObject({
    /** The name people know, shown in the header. */
    brand: line.min(1).max(40),
    legalName: line.min(1),
    /** The host that people type, without scheme. */
    host: line,
    /** What has no language in its address is in the default one, and a language that is not here leads to it. */
    locales: z.array(z.enum(LOCALES)),
    /** In which the team plans, as IANA names it; UTC where it is not said. */
    timeZone: z
      .string()
      .refine((zone) => ZONES.includes(zone), 'use a zone of the IANA list, like Europe/Stockholm')
      .optional(),
    contacts: z.strictObject({ security: z.email(), press: z.email(), privacy: z.email(), phone: line, post: z.string() }),
    /** Where a real notice is found inside the product, e.g. "Account › Security". */
    menuPath: titleOf(line),
    /** Pages of a few paragraphs each, in CommonMark: privacy, legal, contact, press, help. */
    pages: z.record(z.enum(['privacy', 'legal', 'contact', 'press', 'help']), z.strictObject({ title: titleOf(line), body: text })),
    /** Hosts that a post may link to without an approver’s consent. */
    trustedDomains: z.array(line),
  });

/** A site as it is stored. */
export const siteSchema = siteOf(storedLine);
export type Site = z.output<typeof siteSchema>;
