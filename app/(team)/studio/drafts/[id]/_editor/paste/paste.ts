import { isolateHistory } from '@codemirror/commands';
import type { EditorView } from '@codemirror/view';
import { type Cleaned, cleanText } from './clean-text.ts';
import { htmlToMarkdown } from './html-to-markdown.ts';

/** Characters of a paste: a post may hold no more. */
const MAX_LENGTH = 256 * 1024;

/** Takes what is pasted without what nobody sees, and with its headings, lists and links as Markdown; one step back undoes all of it. Says what was changed. */
export function takePaste(view: EditorView, brought: DataTransfer | null, onCleaned: ((cleaned: Cleaned) => void) | undefined): boolean {
  if (!onCleaned) return false;
  const plain = brought?.getData('text/plain') ?? '';
  const html = brought?.getData('text/html') ?? '';
  if (plain === '' && html === '') return false;
  // What was copied here comes back as it was.
  const markdown = html !== '' && html.length <= 4 * MAX_LENGTH ? htmlToMarkdown(html) : null;
  const { text, cleaned } = cleanText(markdown ?? plain);
  if (markdown === null && Object.keys(cleaned).length === 0) return false;
  view.dispatch(view.state.replaceSelection(text), { userEvent: 'input.paste', scrollIntoView: true, annotations: isolateHistory.of('full') });
  onCleaned(markdown === null ? cleaned : { ...cleaned, formatting: 1 });
  return true;
}
