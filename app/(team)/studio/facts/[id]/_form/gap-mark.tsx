'use client';

import { createContext, useContext } from 'react';
import type { GapsInWords } from './gaps-in-words.ts';

export const Gaps = createContext<GapsInWords>({ title: '', isWhole: true, sections: [] });

/** What is open about a field, beside it; nothing where nothing is. */
export function GapMark({ field }: { field: string }) {
  const { sections } = useContext(Gaps);
  const own = sections.flatMap(({ gaps }) => gaps).filter((gap) => gap.field === field && gap.kind !== 'unknown');
  return own.map(({ kind, text }) => (
    <span key={text} className={kind === 'wrong' ? 'gap wrong' : 'gap'}>
      <bdi>{text}</bdi>
    </span>
  ));
}
