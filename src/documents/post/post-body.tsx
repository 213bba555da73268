import { escapeHtml } from '#ui/escape-html.ts';
import type { Rendered } from '#model/edition.ts';

type SectionData = Rendered['sections'][number];

/** HTML that the closed grammar of posts let through and the compiling child escaped. */
export function Html({ html, className }: { html: string; className?: string }) {
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the child that made it escapes what people wrote
  return <div className={className} dangerouslySetInnerHTML={{ __html: html }} />;
}

/** A section of a post under its heading. */
export function Section({ section, className }: { section: SectionData; className?: string }) {
  const markup = `<h2 id="${section.id}">${escapeHtml(section.heading)}</h2>${section.html}`;
  // biome-ignore lint/security/noDangerouslySetInnerHtml: the same, below a heading that is escaped here
  return <section className={className} aria-labelledby={section.id} dangerouslySetInnerHTML={{ __html: markup }} />;
}
