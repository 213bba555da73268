import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';

/** What every page of the account needs around it. */
export interface Frame {
  site: Site;
  locale: Locale;
  css: string;
  /** This page's own path. */
  path: string;
}
