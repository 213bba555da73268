import { LANGUAGES } from '#locales/registry.ts';
import type { Rendered } from '#model/edition.ts';
import type { Locale } from '#paths';
import { escapeHtml } from '#ui/escape-html.ts';
import { FRAME_IDS } from '#ui/page/frame-ids.ts';

const FRAME: ReadonlySet<string> = new Set(Object.values(FRAME_IDS));

interface Place {
  /** The site's origin, without a slash at its end. */
  url: string;
  /** Of the page that holds the text. */
  path: string;
  language: Locale;
}

/**
 * A text as HTML that needs nothing of our page: with its language and direction, whole addresses, and words alone where the stylesheet would
 * draw a sign or a column. What it takes apart is React's: in text and values "<" and quotes are escaped.
 */
export function standingAlone({ lead, sections }: Rendered, { url, path, language }: Place): string {
  const html = lead + sections.map(({ heading, html }) => `<h2>${escapeHtml(heading)}</h2>${html}`).join('');
  const ids = new Set(sections.map(({ id }) => escapeHtml(id)));
  const absolute = (target: string) => {
    if (target.startsWith('/')) return url + target;
    const id = target.slice(1);
    return url + path + (ids.has(decoded(id)) || FRAME.has(id) ? target : '');
  };
  const plain = html
    // A sign never stands alone: the word beside it says the same.
    .replace(/<svg\b.*?<\/svg>/gs, '')
    // A state, what is said beside a name, and the text beside a day stand in columns of their own.
    .replace(/(?<=<\/time>)<span>| ?<span class="(?:state|meta)\b[^"]*">/g, ' – ')
    .replace(/<\/?span\b[^>]*>/g, '')
    .replace(/ (?:class|style)="[^"]*"/g, '')
    .replace(/\b(href|src)="([/#][^"]*)"/g, (_, name: string, target: string) => `${name}="${absolute(target)}"`);
  return `<div lang="${language}" dir="${LANGUAGES[language].direction}">${plain}</div>`;
}

function decoded(id: string): string {
  try {
    return decodeURIComponent(id);
  } catch {
    return id;
  }
}
