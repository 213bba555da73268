import type { Site } from '#model/site.ts';
import { DEFAULT_LOCALE, type Locale, paths } from '#paths';
import { translator } from '#ui/translator.ts';
import { RefusalPage } from './refusal-page.tsx';
import type { SiteOptions } from './site-options.ts';
import { toHtml } from './to-html.ts';

/** A whole document for a request that is refused before any page is asked. `site` is null until there is an edition. */
export function refusalDocument(status: number, { stylesheet }: Pick<SiteOptions, 'stylesheet'>, site: Site | null, asked: Locale): string {
  const locale = site?.locales.includes(asked) === false ? DEFAULT_LOCALE : asked;
  return toHtml(<RefusalPage frame={{ site, locale, t: translator(locale), css: stylesheet.css, path: paths.home(locale) }} status={status} />);
}
