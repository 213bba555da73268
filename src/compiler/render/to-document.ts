import type { Rendered } from '#model/edition.ts';

/** The parts of a post as one piece of HTML, in the author's order. */
export function toDocument({ lead, sections }: Rendered): string {
  return [lead, ...sections.map(({ id, heading, html }) => `<h2 id="${escapeHtml(id)}">${escapeHtml(heading)}</h2>\n${html}`)].filter(Boolean).join('\n');
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');
}
