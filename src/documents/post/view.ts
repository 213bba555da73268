import type { Edition } from '#model/edition.ts';
import type { Locale } from '#paths';
import type { SiteOptions } from '#documents/shell/site-options.ts';
import type { Stylesheet } from '#documents/shell/stylesheet.ts';
import type { Frame } from '#ui/page/frame.ts';
import { translator } from '#ui/translator.ts';

/** What every page of one locale is made with. What a page shows of the posts is given beside it: no page sees the whole edition. */
export interface View extends Pick<Frame, 'site' | 'locale' | 't'> {
  /** The site's origin, without a slash at its end. */
  url: string;
  stylesheet: Stylesheet;
  /** Address of the small script. */
  script: string;
}

export function viewOf({ site }: Edition, locale: Locale, { url, stylesheet, liveScript }: SiteOptions): View {
  return { url, site, locale, stylesheet, script: liveScript.path, t: translator(locale) };
}
