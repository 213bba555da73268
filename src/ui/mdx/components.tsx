import type { ComponentType, ReactNode } from 'react';
import { Action } from './action.tsx';
import { DataInvolved } from './data-involved.tsx';
import type { Given } from './given.ts';
import { Measures } from './measures.tsx';
import { Time } from '#ui/time.tsx';
import { NextUpdate } from './next-update.tsx';
import { Note } from './note.tsx';
import { Platforms } from './platforms.tsx';
import { Statement } from './statement.tsx';
import { TrustedStores } from './stores.tsx';

// biome-ignore lint/suspicious/noExplicitAny: the guard has checked each component's attributes
type Vocabulary = Record<string, ComponentType<any>>;

/** The vocabulary of posts, given an incident's facts. The names are those of `src/compiler/grammar/vocabulary.ts`. */
export function components(given: Given) {
  return {
    Note,
    Time: ({ at, date }: { at: string; date?: boolean }) => <Time at={at} style={date === true ? 'date' : 'moment'} locale={given.locale} />,
    Platforms: () => <Platforms given={given} />,
    TrustedStores: () => <TrustedStores given={given} />,
    DataInvolved: () => <DataInvolved given={given} />,
    Measures: () => <Measures given={given} />,
    NextUpdate: () => <NextUpdate given={given} />,
    Statement: () => <Statement given={given} />,
    Action: ({ cohort, children }: { cohort: string; children?: ReactNode }) => (
      <Action cohort={cohort} given={given}>
        {children}
      </Action>
    ),
  } satisfies Vocabulary;
}
