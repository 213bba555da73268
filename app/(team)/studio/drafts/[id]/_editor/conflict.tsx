'use client';

import { MergeView } from '@codemirror/merge';
import { EditorState } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { useEffect, useRef } from 'react';
import { writingExtensions } from './extensions.ts';
import { fill, type Words } from './words.ts';

interface ConflictProps {
  theirs: string;
  mine: string;
  locale: string;
  direction: 'ltr' | 'rtl';
  words: Words;
  onType: (text: string) => void;
  onChoose: (text: string) => void;
}

/** Two texts that were written at once, side by side by line: somebody takes over what is to stand, and says so. */
export function Conflict({ theirs, mine, locale, direction, words, onType, onChoose }: ConflictProps) {
  const place = useRef<HTMLDivElement>(null);
  const own = useRef(mine);
  const told = useRef(onType);
  told.current = onType;
  useEffect(() => {
    const text = { locale, direction };
    // The library puts the number in the place of its sign.
    const phrases = EditorState.phrases.of({ '$ unchanged lines': fill(words['conflict.same'], { n: '$' }) });
    const made = new MergeView({
      a: {
        doc: theirs,
        extensions: [writingExtensions({ ...text, label: words['conflict.theirs'] }), phrases, EditorState.readOnly.of(true), EditorView.editable.of(false)],
      },
      b: {
        doc: own.current,
        extensions: [
          writingExtensions({ ...text, label: words['conflict.yours'] }),
          phrases,
          EditorView.updateListener.of((update) => {
            if (!update.docChanged) return;
            own.current = update.state.doc.toString();
            told.current(own.current);
          }),
        ],
      },
      parent: place.current as HTMLDivElement,
      collapseUnchanged: { margin: 3 },
      revertControls: 'a-to-b',
      renderRevertControl: () => {
        const button = document.createElement('button');
        button.type = 'button';
        button.textContent = direction === 'rtl' ? '←' : '→';
        button.setAttribute('aria-label', words['conflict.take']);
        return button;
      },
    });
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
