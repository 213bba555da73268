import { LANGUAGES } from '#locales/registry.ts';
import type { Status } from '#model/facts.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { fill } from './fill.ts';
import { postSource } from './post-source.ts';
import { toTheMinute } from './to-the-minute.ts';

interface NewUpdate {
  status: Status;
  slug: string;
  now: Date;
  site: Site;
}

/** A new update of an incident in one language, as a file holds it. */
export function newUpdate({ status, slug, now, site }: NewUpdate, locale: Locale): string {
  const { title, summary, body } = LANGUAGES[locale].templates.updates[status];
  return postSource({ title, slug, summary, locale, date: toTheMinute(now), status }, fill(body, { site, locale }));
}
