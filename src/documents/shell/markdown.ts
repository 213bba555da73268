import { micromark } from 'micromark';
import { gfmTable, gfmTableHtml } from 'micromark-extension-gfm-table';

/** What the grammar of posts does not have either: there "<" begins a component, and four blanks no program. */
const NOT_IN_POSTS = { disable: { null: ['htmlFlow', 'htmlText', 'autolink', 'codeIndented'] } };

/** CommonMark with tables, as HTML: a page reads as the guard of posts has read it. "<" shows as text, and addresses are http, https, mailto or our own. */
export function markdown(source: string): string {
  return micromark(source, { extensions: [NOT_IN_POSTS, gfmTable()], htmlExtensions: [gfmTableHtml()] });
}
