import type { Site } from '#model/site.ts';
import { LOCALES } from '#paths';
import type { SitePage } from './content.ts';

/** The bodies of the pages of `site.yaml` in each locale, with the lines where they stand. */
export function sitePages(site: Site, source: string, placeOf: (path: readonly PropertyKey[]) => { line: number }): SitePage[] {
  const lines = source.split(/\r\n|\r|\n/);
  return Object.entries(site.pages).flatMap(([name, { body }]) =>
    LOCALES.flatMap((locale) => {
      const text = body[locale];
      if (text === undefined) return [];
      const { line } = placeOf(['pages', name, 'body', locale]);
      // Below "|" each line of the text is a line of the file.
      return [{ locale, body: text, line, inLines: /:\s*\|[-+]?\s*$/.test(lines[line - 1] ?? '') }];
    }),
  );
}
