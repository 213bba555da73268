import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';

/** What the grammar of posts does not have either: there "<" begins a component, and four blanks no program. */
const NOT_IN_POSTS = { disable: { null: ['htmlFlow', 'htmlText', 'autolink', 'codeIndented'] } };

const OTHER_ADDRESS = / (?:href|src)="(?!https?:|mailto:|tel:|\/|#)[^"]*"/gi;

/** CommonMark with tables, as HTML: a page reads as the guard of posts has read it. "<" shows as text, and addresses are http, https, mailto, tel or our own. */
export function markdown(source: string): string {
  // Micromark knows no tel, so the list of what passes is ours; in words and values it writes quotes as &quot;.
  const html = micromark(source, { allowDangerousProtocol: true, extensions: [NOT_IN_POSTS, gfmTable()], htmlExtensions: [gfmTableHtml()] });
  return html.replace(OTHER_ADDRESS, '');
}
