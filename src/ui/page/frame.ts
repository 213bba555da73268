import type { Site } from '#model/site.ts';
import type { I18n } from '#ui/i18n.ts';

/** What every page has around it. */
export interface Frame extends I18n {
  site: Site;
  /** The whole stylesheet: its hash is in the page's policy. */
  css: string;
  /** This page's own path, from which the links to its other languages are made. */
  path: string;
}
