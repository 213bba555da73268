'use client';

import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { teamPaths } from '#paths';
import { Conflict } from './conflict.tsx';
import { Findings } from './findings.tsx';
import type { Cleaned } from './paste/clean-text.ts';
import { CleanedLine } from './paste/cleaned-line.tsx';
import type { KeptWords } from './saving/kept-words.ts';
import { InsertPicture, type NamedPicture, type PicturesHandle } from './insert-picture.tsx';
import { Palette, type PaletteEntry } from './palette.tsx';
import { Part } from './part.tsx';
import { Preview } from './preview.tsx';
import { Offer } from './saving/offer.tsx';
import { SaveState } from './saving/save-state.tsx';
import { TextField, type TextHandle } from './text-field.tsx';
import { type Checked, useCheck } from './use-check.ts';
import { useHere } from './use-here.ts';
import { useOffer } from './saving/use-offer.ts';
import { type SaveTarget, useSaving } from './saving/use-saving.ts';
import type { UploadWords } from '../../../pictures/_parts/words.ts';
import type { Words } from './words.ts';
import type { Save } from './saving/writing.ts';

interface EditorProps {
  id: number;
  saved: Save;
  checked: Checked | null;
  label: string;
  /** Of the draft. */
  locale: string;
  direction: 'ltr' | 'rtl';
  /** Of its reader: how a time is written. */
  formatTag: string;
  palette: readonly PaletteEntry[];
  locales: readonly { locale: string; name: string; direction: 'ltr' | 'rtl' }[];
  /** Where its pictures stand. */
  folder: { folder: string; path: string };
  pictures: readonly NamedPicture[];
  uploadWords: UploadWords;
  /** It is about an incident: accounts are told something by its facts. */
  hasAccounts: boolean;
  words: Words;
  /** Of a translation: what it translates. */
  source: ReactNode;
  /** The facts of its incident. */
  facts: ReactNode;
  /** What its form brought back without a script. */
  refused: KeptWords | null;
  /** The text field that saves without a script. */
  children: ReactNode;
}

const TABS = ['source', 'write', 'findings', 'preview'] as const;

/** The editor of a draft. Until its script runs, the form in it is all there is. */
export function Editor({
  id,
  saved,
  checked: first,
  label,
  locale,
  direction,
  formatTag,
  palette,
  locales,
  folder,
  pictures,
  uploadWords,
  hasAccounts,
  words,
  source,
  facts,
  refused,
  children,
}: EditorProps) {
  const target = useMemo(() => draftTarget(id), [id]);
  const { writing, tell, saveNow } = useSaving(target, saved);
  const checked = useCheck(id, writing.saved.version, first);
  const here = useHere(id, writing.text, words);
  const text = useRef<TextHandle>(null);
  const insertPicture = useRef<PicturesHandle>(null);
  const [tab, setTab] = useState<(typeof TABS)[number]>('write');
  const [runs, setRuns] = useState(false);
  const { offer, answer: answerOffer } = useOffer({ key: target.key, writing, tell, refused });
  const [cleaned, setCleaned] = useState<Cleaned | null>(null);
  useEffect(() => setRuns(true), []);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    saveNow();
  };
  if (!runs)
    return (
      <>
        {source}
        {children}
        <Findings checked={checked} words={words} />
        {facts}
      </>
    );
  return (
    <div className={source ? 'editor translates' : 'editor'} data-tab={tab}>
      <fieldset className="tabs" aria-label={words['tabs.title']}>
        {TABS.filter((name) => source || name !== 'source').map((name) => (
          <button key={name} type="button" aria-pressed={tab === name} onClick={() => setTab(name)}>
            {words[`tabs.${name}`]}
          </button>
        ))}
      </fieldset>
      <Part words={words}>{source}</Part>
      <form className="write" method="post" action={teamPaths.saveDraft(String(id))} onSubmit={submit}>
        <SaveState writing={writing} formatTag={formatTag} words={words} here={here} onSave={saveNow} />
        {offer && <Offer words={words} onAnswer={answerOffer} />}
        {cleaned && (
          <CleanedLine
            cleaned={cleaned}
            words={words}
            onHide={() => setCleaned(null)}
            onUndo={() => {
              text.current?.undo();
              setCleaned(null);
            }}
          />
        )}
        {writing.theirs ? (
          <Conflict
            theirs={writing.theirs.text}
            mine={writing.text}
            locale={locale}
            direction={direction}
            words={words}
            onType={(typed) => tell({ kind: 'typed', text: typed })}
            onChoose={(chosen) => tell({ kind: 'chosen', text: chosen })}
          />
        ) : (
          <TextField
            ref={text}
            text={writing.text}
            label={label}
            locale={locale}
            direction={direction}
            findings={checked?.findings ?? NONE}
            onType={(typed) => {
              // What is typed after the paste would be undone before it.
              setCleaned(null);
              tell({ kind: 'typed', text: typed });
            }}
            onLeave={saveNow}
            onCleaned={setCleaned}
            onPicture={(file) => insertPicture.current?.offer(file)}
          />
        )}
      </form>
      <div className="beside">
        <Part words={words}>
          {facts}
          <Palette entries={palette} words={words} onInsert={(inserted) => text.current?.insert(inserted)} />
          <InsertPicture
            ref={insertPicture}
            folder={folder}
            pictures={pictures}
            locales={locales}
            words={uploadWords}
            onInsert={(inserted) => text.current?.insert(inserted)}
          />
          <Findings checked={checked} words={words} text={text} isOld={checked?.version !== writing.saved.version || writing.text !== writing.saved.text} />
        </Part>
      </div>
      <Part words={words}>
        <Preview id={id} checked={checked} locales={locales} words={words} hasAccounts={hasAccounts} />
      </Part>
    </div>
  );
}

const NONE: readonly never[] = [];

function draftTarget(id: number): SaveTarget {
  return {
    key: String(id),
    save: teamPaths.saveDraft(String(id)),
    read: teamPaths.draftText(String(id)),
    body: (version, source) => new URLSearchParams({ version: String(version), source }),
    textOf: (told) => String(told.source),
  };
}
