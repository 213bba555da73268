'use client';

import { undo } from '@codemirror/commands';
import { type Diagnostic, setDiagnostics } from '@codemirror/lint';
import { EditorSelection, type Text } from '@codemirror/state';
import { EditorView } from '@codemirror/view';
import { type Ref, useEffect, useImperativeHandle, useRef } from 'react';
import type { Cleaned } from './paste/clean-text.ts';
import { takePaste } from './paste/paste.ts';
import { writingExtensions } from './extensions.ts';
import type { Finding } from '#compiler/text/finding.ts';

/** What the rest of the editor does to the text. */
export interface TextHandle {
  jump: (finding: Finding) => void;
  insert: (text: string) => void;
  fix: (finding: Finding) => void;
  undo: () => void;
}

interface TextFieldProps {
  ref: Ref<TextHandle>;
  text: string;
  label: string;
  locale: string;
  direction: 'ltr' | 'rtl';
  findings: readonly Finding[];
  onType: (text: string) => void;
  onLeave: () => void;
  /** A picture was pasted or dropped; without it pictures are left to the browser. */
  onPicture?: (file: File) => void;
  /** Something that was pasted came in otherwise than it was; without it everything comes in as it is. */
  onCleaned?: (cleaned: Cleaned) => void;
}

/** The text in CodeMirror. `text` is put in when it is not what was typed last. */
export function TextField({ ref, text, label, locale, direction, findings, onType, onLeave, onPicture, onCleaned }: TextFieldProps) {
  const place = useRef<HTMLDivElement>(null);
  const view = useRef<EditorView>(null);
  const told = useRef({ onType, onLeave, onPicture, onCleaned });
  told.current = { onType, onLeave, onPicture, onCleaned };
  const first = useRef(text);

  useEffect(() => {
    const made = new EditorView({
      doc: first.current,
      parent: place.current as HTMLDivElement,
      extensions: [
        writingExtensions({ label, locale, direction }),
        EditorView.updateListener.of((update) => update.docChanged && told.current.onType(update.state.doc.toString())),
        EditorView.domEventHandlers({
          blur: () => told.current.onLeave(),
          paste: (event, into) => takePicture(event.clipboardData, told.current.onPicture) || takePaste(into, event.clipboardData, told.current.onCleaned),
          drop: (event) => takePicture(event.dataTransfer, told.current.onPicture),
        }),
      ],
    });
    view.current = made;
    return () => made.destroy();
  }, [label, locale, direction]);

  useEffect(() => {
    const { current } = view;
    if (!current || current.state.doc.toString() === text) return;
    current.dispatch({ changes: { from: 0, to: current.state.doc.length, insert: text } });
  }, [text]);

  useEffect(() => {
    const { current } = view;
    if (current)
      current.dispatch(
        setDiagnostics(
          current.state,
          findings.map((finding) => toDiagnostic(current.state.doc, finding)),
        ),
      );
  }, [findings]);

  useImperativeHandle(ref, () => ({
    jump(finding) {
      const { current } = view;
      if (!current) return;
      current.dispatch({ selection: EditorSelection.cursor(offsetOf(current.state.doc, finding)), scrollIntoView: true });
      current.focus();
    },
    insert(inserted) {
      const { current } = view;
      if (!current) return;
      current.dispatch(current.state.replaceSelection(inserted), { scrollIntoView: true });
      current.focus();
    },
    undo() {
      const { current } = view;
      if (!current) return;
      undo(current);
      current.focus();
    },
    fix({ fix }) {
      const { current } = view;
      if (!fix || !current || fix.to > current.state.doc.length) return;
      current.dispatch({ changes: { from: fix.from, to: fix.to, insert: fix.text } });
      current.focus();
    },
  }));

  return <div className="cm-place" ref={place} />;
}

/** Whether what comes is a picture and nothing to read: a word processor brings a picture of its words too. */
function takePicture(brought: DataTransfer | null, onPicture: TextFieldProps['onPicture']): boolean {
  const file = [...(brought?.files ?? [])].find(({ type }) => type.startsWith('image/'));
  if (!file || !onPicture || brought?.types.includes('text/plain')) return false;
  onPicture(file);
  return true;
}

/** Where a finding stands; the end of the text where it has become shorter. */
function offsetOf(doc: Text, { line, column }: Finding): number {
  if (line > doc.lines) return doc.length;
  const { from, to } = doc.line(line);
  return Math.min(from + column - 1, to);
}

/** A finding names where it begins: it is drawn to the end of the word. */
function toDiagnostic(doc: Text, finding: Finding): Diagnostic {
  const from = offsetOf(doc, finding);
  const { to: end } = doc.lineAt(from);
  const word = /^\S+/.exec(doc.sliceString(from, end))?.[0].length ?? 0;
  return { from, to: finding.fix?.to ?? from + word, severity: finding.severity, source: finding.rule, message: finding.message };
}
