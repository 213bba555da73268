import { frameOf as makeFrame } from '#documents/shell/frame.ts';
import type { Site } from '#model/site.ts';
import { shownSite } from '#server/app/shown-site.ts';
import type { Frame } from '#ui/page/frame.ts';
import { DEFAULT_LOCALE, type Locale, LOCALES } from '#paths';
import { runtime } from './runtime.ts';

/** What stands around a document: in the language that was asked for, if the site has it, else in the default one. */
export async function frameOf(path: (locale: Locale) => string, asked: string): Promise<Frame> {
  const site = shownSite() ?? UNPUBLISHED;
  const { css } = await runtime().stylesheet;
  const locale = site.locales.find((offered) => offered === asked) ?? DEFAULT_LOCALE;
  return makeFrame({ site, locale, css, path: path(locale) });
}

/** Before the first edition the frame has no names to show. */
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
