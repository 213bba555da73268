import { frameOf as makeFrame } from '#documents/shell/frame.ts';
import { UNPUBLISHED } from '#documents/shell/unpublished-site.ts';
import { shownSite } from '#server/app/shown-site.ts';
import type { Frame } from '#ui/page/frame.ts';
import { DEFAULT_LOCALE, type Locale } from '#paths';
import { runtime } from './runtime.ts';

/** What stands around a document: in the language that was asked for, if the site has it, else in the default one. */
export async function frameOf(path: (locale: Locale) => string, asked: string): Promise<Frame> {
  const site = shownSite() ?? UNPUBLISHED;
  const { css } = await runtime().stylesheet;
  const locale = site.locales.find((offered) => offered === asked) ?? DEFAULT_LOCALE;
  return makeFrame({ site, locale, css, path: path(locale) });
}
