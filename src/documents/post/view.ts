import type { Edition } from '#model/edition.ts';
import type { Locale } from '#paths';
import type { Translate } from '#ui/translate.ts';
import { translator } from '#ui/messages.ts';
import type { SiteOptions } from '#documents/shell/site-options.ts';

/** What the pages of one locale are made from. */
export interface View extends SiteOptions {
  edition: Edition;
  site: Edition['site'];
  locale: Locale;
  t: Translate;
}

export function viewOf(edition: Edition, locale: Locale, options: SiteOptions): View {
  return { ...options, edition, site: edition.site, locale, t: translator(locale) };
}
