import { LANGUAGES } from '#locales/registry.ts';
import { SECTION_KEYS, type SectionKey } from '#model/edition.ts';
import type { Site } from '#model/site.ts';
import type { IncidentTemplate } from '#model/team/templates.ts';
import type { Locale } from '#paths';
import { fill } from './fill.ts';
import { postSource } from './post-source.ts';
import { toTheMinute } from './to-the-minute.ts';

interface NewAdvisory {
  template: IncidentTemplate;
  slug: string;
  noticeId: string;
  now: Date;
  site: Site;
}

/** The advisory of a new incident in one language, as a file holds it. */
export function newAdvisory({ template, slug, noticeId, now, site }: NewAdvisory, locale: Locale): string {
  const { headings, templates } = LANGUAGES[locale];
  const { title, summary, lead, happened, information, doing, canDo } = templates.advisories[template];
  const sections: Record<SectionKey, string> = { happened, information, doing, can_do: canDo, more: templates.more };
  const mdx = [lead, ...SECTION_KEYS.map((key) => `## ${headings[key]}\n\n${sections[key]}`)].join('\n\n');
  const date = toTheMinute(now);
  return postSource({ title, slug, summary, locale, date }, fill(mdx, { site, locale, more: { noticeId, now: date } }));
}
