import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { markdown } from '@codemirror/lang-markdown';
import { bidiIsolates, bracketMatching, syntaxHighlighting } from '@codemirror/language';
import { lintGutter, nextDiagnostic } from '@codemirror/lint';
import { EditorState, type Extension } from '@codemirror/state';
import { drawSelection, EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { classHighlighter } from '@lezer/highlight';
import { theme } from './theme.ts';

interface Text {
  /** Names the field. */
  label: string;
  /** Of the draft, not of the tool. */
  locale: string;
  direction: 'ltr' | 'rtl';
}

/** How the text of a post is written: Markdown whose tags are our components, wrapped, in its own direction, spell-checked. Tab indents; after Esc it leaves. */
export function writingExtensions({ label, locale, direction }: Text): Extension {
  return [
    // The word that lets the editor's own styles in: browsers hide it from everybody but scripts of the page.
    EditorView.cspNonce.of(document.querySelector<HTMLScriptElement>('script[nonce]')?.nonce ?? ''),
    theme,
    lineNumbers(),
    lintGutter(),
    history(),
    drawSelection(),
    highlightActiveLine(),
    bracketMatching(),
    EditorView.lineWrapping,
    EditorView.perLineTextDirection.of(true),
    // A tag in an Arabic sentence keeps its own order.
    bidiIsolates(),
    EditorState.tabSize.of(2),
    markdown({ completeHTMLTags: false }),
    syntaxHighlighting(classHighlighter),
    keymap.of([{ key: 'F8', run: nextDiagnostic }, indentWithTab, ...defaultKeymap, ...historyKeymap]),
    EditorView.contentAttributes.of({
      'aria-label': label,
      tabindex: '0',
      lang: locale,
      dir: direction,
      spellcheck: 'true',
      autocorrect: 'on',
      autocapitalize: 'on',
    }),
  ];
}
