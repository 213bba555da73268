'use client';

import { type FormEvent, type ReactNode, useEffect, useMemo, useRef, useState } from 'react';
import { teamPaths } from '#paths';
import { Offer } from '../../../drafts/[id]/_editor/saving/offer.tsx';
import { SaveState } from '../../../drafts/[id]/_editor/saving/save-state.tsx';
import { useOffer } from '../../../drafts/[id]/_editor/saving/use-offer.ts';
import { useSaving } from '../../../drafts/[id]/_editor/saving/use-saving.ts';
import type { Save } from '../../../drafts/[id]/_editor/saving/writing.ts';
import type { Words } from '../../../drafts/[id]/_editor/words.ts';
import { GapList } from './gap-list.tsx';
import { Gaps } from './gap-mark.tsx';
import type { GapsInWords } from './gaps-in-words.ts';
import { useGaps } from './use-gaps.ts';

interface FactsDeskProps {
  incident: number;
  /** The form as it is saved. */
  saved: Save;
  /** The newest facts revision. */
  base: number;
  gaps: GapsInWords;
  /** What came back is looked at first: nothing is saved by itself. */
  held: boolean;
  formatTag: string;
  words: Words;
  save: string;
  /** Said beside the button without a script. */
  savedAt: ReactNode;
  children: ReactNode;
}

/** Fields of the form that are not facts. */
const OWN = new Set(['version', 'base', 'add', 'remove']);

/** The form of facts. With a script it saves what is typed, and says what is still open; without one it is a form. */
export function FactsDesk({ incident, saved, base, gaps: first, held, formatTag, words, save, savedAt, children }: FactsDeskProps) {
  const target = useMemo(
    () => ({
      key: `facts.${incident}`,
      save: teamPaths.saveFacts(String(incident)),
      read: teamPaths.factsText(String(incident)),
      body: (version: number, text: string) => new URLSearchParams([...new URLSearchParams(text), ['version', String(version)], ['base', String(base)]]),
      textOf: (told: Record<string, unknown>) => String(told.form),
    }),
    [incident, base],
  );
  const { writing, tell, saveNow } = useSaving(target, saved);
  const form = useRef<HTMLFormElement>(null);
  const waiting = useRef<HTMLElement | null>(null);
  const [runs, setRuns] = useState(false);
  /** Of words that were taken up: fields of rows that are not there any more. They are sent with the others. */
  const [undrawn, setUndrawn] = useState<readonly [name: string, value: string][]>([]);
  const { offer, answer } = useOffer({ key: target.key, writing, tell, held });
  useEffect(() => setRuns(true), []);

  const { version } = writing.saved;
  const gaps = useGaps(target.read, version, saved.version, first);

  const isSaved = writing.text === writing.saved.text && writing.sent === null;
  useEffect(() => {
    // Their rows are there again.
    if (isSaved && undrawn.length > 0) location.reload();
  }, [isSaved, undrawn]);
  useEffect(() => {
    const button = waiting.current;
    if (!isSaved || !button) return;
    waiting.current = null;
    form.current?.requestSubmit(button);
  }, [isSaved]);

  const submit = (event: FormEvent<HTMLFormElement>) => {
    // The page comes back with both, field by field.
    if (held || writing.trouble === 'moved') return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const changes = submitter?.getAttribute('name') === 'add' || submitter?.getAttribute('name') === 'remove';
    if (changes && isSaved) return;
    event.preventDefault();
    if (changes) waiting.current = submitter;
    saveNow();
  };
  const typed = () => {
    if (!held && form.current) tell({ kind: 'typed', text: textOf(form.current) });
  };
  const answerOffer = (take: boolean) => {
    if (take && offer && form.current) setUndrawn(putInto(form.current, offer.text));
    answer(take);
  };

  return (
    <Gaps.Provider value={gaps}>
      <GapList linked />
      <form ref={form} className="facts-form" method="post" action={target.save} onInput={typed} onSubmit={submit}>
        <input type="hidden" name="version" value={version} />
        <input type="hidden" name="base" value={base} />
        <div className="save-bar">
          <button className="btn" type="submit">
            {save}
          </button>
          {runs && !held ? (
            <SaveState writing={writing} formatTag={formatTag} words={words} here="" onSave={saveNow} />
          ) : (
            <span className="meta">{savedAt}</span>
          )}
        </div>
        {offer && <Offer words={words} onAnswer={answerOffer} />}
        {children}
        {undrawn.map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
      </form>
    </Gaps.Provider>
  );
}

/** What stands in the form, as it is sent. */
function textOf(form: HTMLFormElement): string {
  const entries = [...new FormData(form)].flatMap(([name, value]) => (OWN.has(name) || typeof value !== 'string' ? [] : [[name, value]]));
  return new URLSearchParams(entries).toString();
}

/** Puts what was sent back into its fields; answers what has none. */
function putInto(form: HTMLFormElement, text: string): [name: string, value: string][] {
  const left: [string, string][] = [];
  for (const [name, value] of new URLSearchParams(text)) {
    const field = form.elements.namedItem(name);
    if (field instanceof HTMLInputElement || field instanceof HTMLTextAreaElement || field instanceof HTMLSelectElement) field.value = value;
    else left.push([name, value]);
  }
  return left;
}
