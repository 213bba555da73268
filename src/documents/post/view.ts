import type { Edition } from '#model/edition.ts';
import type { Locale } from '#paths';
import type { Frame } from '#ui/page/frame.ts';
import { translator } from '#ui/translator.ts';
import type { SiteOptions } from '#documents/shell/site-options.ts';

/** What the pages of one locale are made from. */
export interface View extends SiteOptions, Pick<Frame, 'site' | 'locale' | 't'> {
  edition: Edition;
}

export function viewOf(edition: Edition, locale: Locale, options: SiteOptions): View {
  return { ...options, edition, site: edition.site, locale, t: translator(locale) };
}
