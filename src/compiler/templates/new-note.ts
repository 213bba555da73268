import { LANGUAGES } from '#locales/registry.ts';
import type { Site } from '#model/site.ts';
import type { Locale } from '#paths';
import { fill } from './fill.ts';
import { postSource } from './post-source.ts';
import { toTheMinute } from './to-the-minute.ts';

interface NewNote {
  slug: string;
  now: Date;
  site: Site;
  /** Where it has one already. */
  title?: string;
}

/** A new note in one language, as a file holds it. */
export function newNote({ slug, now, site, title: known }: NewNote, locale: Locale): string {
  const { title, summary, body } = LANGUAGES[locale].templates.note;
  return postSource({ title: known ?? title, slug, summary, locale, date: toTheMinute(now) }, fill(body, { site, locale }));
}
