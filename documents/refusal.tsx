import type { Site } from '#domain/publishing/site.ts';
import { DEFAULT_LOCALE, paths } from '#paths';
import { ErrorPage } from './account/ErrorPage.tsx';
import type { SiteOptions } from './site-options.ts';
import { toHtml } from './to-html.ts';

/** What the front answers when it refuses a request before anybody else sees it; before the first edition there is no look to give it. */
export function refusalPage(status: number, { stylesheet }: SiteOptions, site: Site | null): string {
  if (site === null) return `<!doctype html><html lang="en"><title>${status}</title><p>${status}</p></html>`;
  const frame = { site, locale: DEFAULT_LOCALE, css: stylesheet.css, path: paths.home(DEFAULT_LOCALE) } as const;
  return toHtml(ErrorPage({ frame, status: status as 400 }));
}
