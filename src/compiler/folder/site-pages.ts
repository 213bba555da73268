import type { Site } from '#model/site.ts';
import { LOCALES } from '#paths';
import type { SitePage } from './content.ts';

/** The bodies of the pages of `site.yaml` in each locale; `placeIn` says where the letter at an offset of a value is written. */
export function sitePages(site: Site, placeIn: (path: readonly PropertyKey[], offset: number) => { line: number; column: number }): SitePage[] {
  return Object.entries(site.pages).flatMap(([name, { body }]) =>
    LOCALES.flatMap((locale) => {
      const text = body[locale];
      return text === undefined ? [] : [{ locale, body: text, placeIn: (offset: number) => placeIn(['pages', name, 'body', locale], offset) }];
    }),
  );
}
