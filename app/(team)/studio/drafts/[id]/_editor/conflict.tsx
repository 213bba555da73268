'use client';

import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { writingExtensions } from './extensions.ts';
import type { Words } from './words.ts';

interface ConflictProps {
  theirs: string;
  mine: string;
  locale: string;
  direction: 'ltr' | 'rtl';
  words: Words;
  onChoose: (text: string) => void;
}

/** Two texts that were written at once, side by side by line: somebody takes over what is to stand, and says so. */
export function Conflict({ theirs, mine, locale, direction, words, onChoose }: ConflictProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<MergeView>(null);
  const own = useRef(mine);
  useEffect(() => {
    const text = { locale, direction };
    const made = new MergeView({
      a: {
        doc: theirs,
        extensions: [writingExtensions({ ...text, label: words['conflict.theirs'] }), EditorState.readOnly.of(true), EditorView.editable.of(false)],
      },
      b: {
        doc: own.current,
        extensions: [
          writingExtensions({ ...text, label: words['conflict.yours'] }),
          EditorView.updateListener.of((update) => {
            own.current = update.state.doc.toString();
          }),
        ],
      },
      parent: place.current as HTMLDivElement,
      revertControls: 'a-to-b',
      collapseUnchanged: { margin: 3 },
      renderRevertControl: () => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = direction === 'rtl' ? '←' : '→';
        button.setAttribute('aria-label', words['conflict.take']);
        return button;
      },
    });
    view.current = made;
    return () => made.destroy();
  }, [theirs, locale, direction, words]);
  return (
    <section className="conflict" aria-labelledby="conflict">
      <h2 id="conflict" tabIndex={-1}>
        {words['conflict.title']}
      </h2>
      <p>{words['conflict.help']}</p>
      <p className="sides">
        <span>{words['conflict.theirs']}</span> <span>{words['conflict.yours']}</span>
      </p>
      <div ref={place} />
      <p className="actions">
        <button type="button" className="btn" onClick={() => onChoose(own.current)}>
          {words['conflict.save']}
        </button>
      </p>
    </section>
  );
}
