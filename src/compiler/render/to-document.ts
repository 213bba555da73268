import type { Rendered } from '#model/edition.ts';
import { escapeHtml } from '#ui/escape-html.ts';

/** The parts of a post as one piece of HTML, in the author's order. */
export function toDocument({ lead, sections }: Rendered): string {
  return [lead, ...sections.map(({ id, heading, html }) => `<h2 id="${escapeHtml(id)}">${escapeHtml(heading)}</h2>\n${html}`)].filter(Boolean).join('\n');
}
