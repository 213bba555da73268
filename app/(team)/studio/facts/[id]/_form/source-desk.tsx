'use client';

import { type FormEvent, type ReactNode, useEffect, useMemo, useState } from 'react';
import { teamPaths } from '#paths';
import { Conflict } from '../../../drafts/[id]/_editor/conflict.tsx';
import { Offer } from '../../../drafts/[id]/_editor/saving/offer.tsx';
import { SaveState } from '../../../drafts/[id]/_editor/saving/save-state.tsx';
import { useOffer } from '../../../drafts/[id]/_editor/saving/use-offer.ts';
import { useSaving } from '../../../drafts/[id]/_editor/saving/use-saving.ts';
import type { Save } from '../../../drafts/[id]/_editor/saving/writing.ts';
import { TextField } from '../../../drafts/[id]/_editor/text-field.tsx';
import type { Words } from '../../../drafts/[id]/_editor/words.ts';
import { GapList } from './gap-list.tsx';
import { Gaps } from './gap-mark.tsx';
import type { GapsInWords } from './gaps-in-words.ts';
import { useGaps } from './use-gaps.ts';

interface SourceDeskProps {
  incident: number;
  saved: Save;
  base: number;
  gaps: GapsInWords;
  /** What came back is looked at first. */
  held: boolean;
  label: string;
  formatTag: string;
  words: Words;
  /** The field that saves without a script. */
  children: ReactNode;
}

const NONE: readonly never[] = [];

/** The facts as YAML, for who would rather write them so. */
export function SourceDesk({ incident, saved, base, gaps: first, held, label, formatTag, words, children }: SourceDeskProps) {
  const target = useMemo(
    () => ({
      key: `facts-source.${incident}`,
      save: teamPaths.saveFactsSource(String(incident)),
      read: teamPaths.factsText(String(incident)),
      body: (version: number, source: string) => new URLSearchParams({ version: String(version), base: String(base), source }),
      textOf: (told: Record<string, unknown>) => String(told.source),
    }),
    [incident, base],
  );
  const { writing, tell, saveNow } = useSaving(target, saved);
  const [runs, setRuns] = useState(false);
  useEffect(() => setRuns(true), []);
  const { offer, answer: answerOffer } = useOffer({ key: target.key, writing, tell, held });
  const { version } = writing.saved;
  const gaps = useGaps(target.read, version, saved.version, first);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    saveNow();
  };
  return (
    <Gaps.Provider value={gaps}>
      <GapList linked={false} />
      {!runs || held ? (
        children
      ) : (
        <form method="post" action={target.save} onSubmit={submit}>
          <SaveState writing={writing} formatTag={formatTag} words={words} here="" onSave={saveNow} />
          {offer && <Offer words={words} onAnswer={answerOffer} />}
          {writing.theirs ? (
            <Conflict
              theirs={writing.theirs.text}
              mine={writing.text}
              locale="en"
              direction="ltr"
              words={words}
              onType={(text) => tell({ kind: 'typed', text })}
              onChoose={(text) => tell({ kind: 'chosen', text })}
            />
          ) : (
            <TextField
              ref={null}
              text={writing.text}
              label={label}
              locale="en"
              direction="ltr"
              findings={NONE}
              onType={(text) => tell({ kind: 'typed', text })}
              onLeave={saveNow}
            />
          )}
        </form>
      )}
    </Gaps.Provider>
  );
}
