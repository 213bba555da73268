import { stringify } from 'yaml';
import { LANGUAGES } from '#locales/registry.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { fill } from './fill.ts';

/** What is asked of who begins a site. */
export type SiteAnswers = Pick<Site, 'brand' | 'legalName' | 'host' | 'locales' | 'contacts'>;

/** The order of the pages in the footer is the product's; this one is the file's. */
const PAGES = ['contact', 'help', 'press', 'privacy', 'legal'] as const;

/** A site of one's own, whole in each of its languages. */
export function newSite(answers: SiteAnswers): Site {
  const menuPath = inEach(answers.locales, (locale) => LANGUAGES[locale].templates.site.menuPath);
  const site = { ...answers, menuPath };
  const pages = PAGES.map((name) => {
    const words = (locale: Locale) => LANGUAGES[locale].templates.site.pages[name];
    const page = {
      title: inEach(answers.locales, (locale) => words(locale).title),
      body: inEach(answers.locales, (locale) => `${fill(words(locale).body, { site, locale })}\n`),
    };
    return [name, page] as const;
  });
  return { ...site, timeZone: 'UTC', trustedDomains: [answers.host], pages: Object.fromEntries(pages) as Site['pages'] };
}

/** What goes into each field of `site.yaml`, in the order of the file. */
const COMMENTS: Record<keyof Site, string> = {
  brand: 'The name that people know.',
  legalName: 'The name by law.',
  host: 'The host that people type, without https://',
  locales: 'The languages of this site. Each text stands in each of them.',
  timeZone: 'In which the team plans, as the IANA list names it: Europe/Stockholm.',
  contacts: 'Whom people reach, and where.',
  menuPath: 'Where somebody who is signed in finds a real notice.',
  trustedDomains: 'Hosts that texts may link to.',
  pages: 'The pages of the footer, in Markdown. Read them: they speak for you.',
};

/** A site as `site.yaml` holds it. */
export function siteSource(site: Site): string {
  return (Object.keys(COMMENTS) as (keyof Site)[])
    .map((field) => `# ${COMMENTS[field]}\n${stringify({ [field]: site[field] }, { lineWidth: 0, aliasDuplicateObjects: false })}`)
    .join('\n');
}

function inEach(locales: readonly Locale[], say: (locale: Locale) => string): Partial<Record<Locale, string>> {
  return Object.fromEntries(locales.map((locale) => [locale, say(locale)]));
}
