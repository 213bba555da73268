import { siteOf } from '#model/site.ts';
import { DEFAULT_LOCALE, type Locale } from '#paths';
import { oneLine } from '#compiler/text/one-line.ts';
import { readAs } from '#compiler/text/yaml/read-as.ts';

/** A host alone, in small letters. */
export const HOST = /^(?!.*\p{Lu})[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)*$/u;
const ALONE = 'write the host alone, in small letters, like security.example.org';

/** How a site is written. What is stored may be older than these rules, and is read without them. */
const written = siteOf(oneLine)
  .refine(({ host }) => HOST.test(host), { path: ['host'], error: ALONE })
  .refine(({ trustedDomains }) => trustedDomains.every((domain) => HOST.test(domain)), { path: ['trustedDomains'], error: ALONE })
  .refine(({ locales }) => locales.includes(DEFAULT_LOCALE), onLocales(`name "${DEFAULT_LOCALE}" too: addresses without a language are in it`))
  .refine(({ locales }) => new Set<Locale>(locales).size === locales.length, onLocales('name each language once'));

function onLocales(error: string) {
  return { path: ['locales'], error };
}

/** Reads `site.yaml`. `data` is null when there are findings. */
export function readSite(source: string) {
  return readAs<typeof written>(source, written, { family: 'site' });
}
