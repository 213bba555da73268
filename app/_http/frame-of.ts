import { frameOf as makeFrame } from '#documents/shell/frame.ts';
import type { Site } from '#model/site.ts';
import type { Frame } from '#ui/page/frame.ts';
import { DEFAULT_LOCALE, type Locale, LOCALES } from '#paths';
import { describeFault } from './describe-fault.ts';
import { runtime } from './runtime.ts';

/** What stands around a document: in the language that was asked for, if the site has it, else in the default one. */
export async function frameOf(path: (locale: Locale) => string, asked: string): Promise<Frame> {
  const [site, { css }] = await Promise.all([siteNow(), runtime().stylesheet]);
  const locale = site.locales.find((offered) => offered === asked) ?? DEFAULT_LOCALE;
  return makeFrame({ site, locale, css, path: path(locale) });
}

/** Who speaks, from the edition on disk; before the first edition, or on a damaged disk, the frame has no names to show. */
async function siteNow(): Promise<Site> {
  const { editions, log } = runtime();
  const manifest = await editions.manifest().catch((error: unknown) => {
    log.error({ fault: describeFault(error) }, 'the edition on disk can’t be read');
    return null;
  });
  return manifest?.site ?? UNPUBLISHED;
}

const UNPUBLISHED: Site = {
  brand: 'Candor',
  legalName: '',
  host: '',
  locales: [...LOCALES],
  contacts: { security: '', press: '', privacy: '', phone: '', post: '' },
  menuPath: { en: '' },
  pages: {} as Site['pages'],
  trustedDomains: [],
};
