import { policyOf } from '#documents/shell/policy.ts';
import { refusalDocument } from '#documents/shell/refusal-document.tsx';
import type { SiteOptions } from '#documents/shell/site-options.ts';
import { type Recipe, recipe } from '#edition/recipe.ts';
import type { PublicDocument } from '#model/edition.ts';
import { REFUSALS, type Refusal } from '#model/refusals.ts';
import type { Site } from '#model/site.ts';
import { LOCALES, type Locale, paths } from '#paths';

interface Input {
  site: Site | null;
  locale: Locale;
  status: Refusal;
  stylesheet: SiteOptions['stylesheet'];
}

/** What the front shows when it refuses, in every language, whether or not the site offers it. `site` is null until there is an edition. */
export function* refusalDocuments(site: Site | null, stylesheet: SiteOptions['stylesheet']): Iterable<Recipe> {
  for (const locale of LOCALES) for (const status of REFUSALS) yield recipe(paths.refusal(locale, status), { site, locale, status, stylesheet }, documentOf);
}

function documentOf({ site, locale, status, stylesheet }: Input): PublicDocument {
  const body = refusalDocument(status, { stylesheet }, site, locale);
  return { path: paths.refusal(locale, status), status, contentType: 'text/html; charset=utf-8', body, csp: policyOf({ styleHash: stylesheet.hash }) };
}
