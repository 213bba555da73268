import type { IncidentView } from '#domain/status/account-view.ts';
import type { Site } from '#model/site.ts';
import { DEFAULT_LOCALE } from '#paths';
import { frameOf } from '#documents/shell/frame.ts';
import { toHtml } from '#documents/shell/to-html.ts';
import { UNPUBLISHED } from '#documents/shell/unpublished-site.ts';
import { StateSentence } from './state-sentence.tsx';
import { TodoList } from './todo-list.tsx';

/** What the account page says about an incident and what is left to do, as lines of text in English: the page's own sentences. */
export function incidentText(incident: IncidentView, site: Site | null): string[] {
  const frame = frameOf({ site: site ?? UNPUBLISHED, locale: DEFAULT_LOCALE, css: '', path: '/' });
  const html = toHtml(
    <html lang={DEFAULT_LOCALE}>
      <body>
        <StateSentence incident={incident} i18n={frame} />
        <TodoList incident={incident} frame={frame} />
      </body>
    </html>,
  );
  return linesOf(html);
}

/** The text of markup that React wrote, a line a block. */
function linesOf(html: string): string[] {
  const blocks = html
    .replace(/<(?:p|h3|li|form|a class)\b[^>]*>/g, '\n')
    .replace(/<span class="state\b[^>]*>/g, ' · ')
    .replace(/<[^>]+>/g, '');
  const lines = blocks.split('\n').map((line) => decoded(line).replace(/\s+/g, ' ').trim());
  return lines.filter((line) => line !== '');
}

const ENTITIES: Record<string, string> = { '&amp;': '&', '&lt;': '<', '&gt;': '>', '&quot;': '"', '&#x27;': "'" };

/** The five characters that React escapes. */
function decoded(text: string): string {
  return text.replace(/&(?:amp|lt|gt|quot|#x27);/g, (entity) => ENTITIES[entity] as string);
}
