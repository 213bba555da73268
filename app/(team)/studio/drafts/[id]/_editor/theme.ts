import { EditorView } from '@codemirror/view';

/** The editor in the colours of the tools, by their names, so that the dark needs no second one. Not in the stylesheet: what the editor brings itself stands above every layer of it. */
export const theme = EditorView.theme({
  '&': {
    height: '100%',
    border: '1px solid var(--color-edge)',
    borderRadius: '6px',
    backgroundColor: 'var(--color-raised)',
    color: 'var(--color-ink)',
    fontSize: '0.875rem',
  },
  '&.cm-focused': { outline: '3px solid var(--color-accent)', outlineOffset: '1px' },
  '.cm-scroller': { fontFamily: 'ui-monospace, "SF Mono", "Cascadia Mono", "Segoe UI Mono", Menlo, Consolas, monospace', lineHeight: '1.55' },
  '.cm-content': { caretColor: 'var(--color-ink)' },
  '&.cm-focused .cm-cursor, .cm-cursor': { borderLeftColor: 'var(--color-ink)' },
  '.cm-selectionBackground, &.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--color-accent) 25%, transparent)',
  },
  '.cm-gutters': { backgroundColor: 'var(--color-raised)', color: 'var(--color-muted)', borderColor: 'var(--color-line)' },
  '.cm-activeLine': { backgroundColor: 'transparent', boxShadow: 'inset 0 0 0 1px var(--color-line)' },
  '.cm-tooltip': { backgroundColor: 'var(--color-paper)', color: 'var(--color-ink)', borderColor: 'var(--color-edge)' },
});
