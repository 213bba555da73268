import type { Site } from '#model/site.ts';
import { LANGUAGES } from '#locales/registry.ts';
import { type Locale, paths } from '#paths';
import { sentenceIn } from '#ui/sentence-in.ts';

interface Slots {
  site: Pick<Site, 'brand' | 'legalName' | 'host' | 'menuPath' | 'contacts'>;
  locale: Locale;
  /** Others than those of the site, by name. */
  more?: Record<string, string>;
}

/** What Markdown or MDX would take for a sign of its own. */
const SIGNS = /[\\`*_{}[\]<>#|~&!]/g;

/** Puts values into the slots of a template's MDX, as words. */
export function fill(mdx: string, { site: { brand, legalName, host, menuPath, contacts }, locale, more = {} }: Slots): string {
  const values: Record<string, string> = {
    brand,
    legalName,
    host,
    menuPath: sentenceIn(menuPath, locale),
    security: contacts.security,
    press: contacts.press,
    privacy: contacts.privacy,
    phone: LANGUAGES[locale].direction === 'rtl' ? rightToLeft(contacts.phone) : contacts.phone,
    post: contacts.post,
    genuine: paths.genuine(locale),
    contact: paths.contact(locale),
    advisories: paths.advisories(locale),
    ...more,
  };
  return mdx.replace(/\{(\w+)\}/g, (slot, name: string) => values[name]?.replace(SIGNS, '\\$&') ?? slot);
}

/** A phone number that is not turned around among words from right to left: without its sign, and in one piece. */
function rightToLeft(phone: string): string {
  return phone.replace(/^\+/, '00').replaceAll(' ', '\u00a0');
}
