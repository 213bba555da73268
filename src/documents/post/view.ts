import type { Edition } from '#model/edition.ts';
import type { Locale } from '#paths';
import type { SiteOptions } from '#documents/shell/site-options.ts';
import type { Stylesheet } from '#documents/shell/stylesheet.ts';
import type { Translate } from '#ui/translate.ts';
import { translator } from '#ui/messages.ts';

/** What every page of one locale is made with. What a page shows of the posts is given beside it: no page sees the whole edition. */
export interface View {
  /** The site's origin, without a slash at its end. */
  url: string;
  site: Edition['site'];
  locale: Locale;
  stylesheet: Stylesheet;
  /** Address of the small script. */
  script: string;
  /** Follows from the locale, and is no part of a document's key. */
  t: Translate;
}

export function viewOf({ site }: Edition, locale: Locale, { url, stylesheet, liveScript }: SiteOptions): View {
  return { url, site, locale, stylesheet, script: liveScript.path, t: translator(locale) };
}
