import { useEffect, useState } from 'react';
import { askUntilTold } from '../../../../_parts/ask-until-told.ts';
import type { GapsInWords } from './gaps-in-words.ts';

/** What is still open in the facts after each save; `first` is what was open at `opened`. */
export function useGaps(read: string, version: number, opened: number, first: GapsInWords): GapsInWords {
  const [known, setKnown] = useState({ version: opened, gaps: first });
  useEffect(() => {
    if (version === known.version) return;
    return askUntilTold<{ gaps: GapsInWords }>(read, ({ gaps }) => setKnown({ version, gaps }));
  }, [read, version, known.version]);
  return known.gaps;
}
