import { useEffect, useState } from 'react';
import { askJson } from '../../../../_parts/ask-json.ts';
import type { GapsInWords } from './gaps-in-words.ts';

/** Until it is asked again, in milliseconds. */
const AGAIN_MS = 1_500;

/** What is still open in the facts after each save; `first` is what was open at `opened`. */
export function useGaps(read: string, version: number, opened: number, first: GapsInWords): GapsInWords {
  const [known, setKnown] = useState({ version: opened, gaps: first });
  useEffect(() => {
    if (version === known.version) return;
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async (): Promise<void> => {
      const { status, told } = await askJson<{ gaps: GapsInWords }>(read, { signal: gone.signal });
      if (gone.signal.aborted) return;
      if (told) setKnown({ version, gaps: told.gaps });
      // Who is signed out, or writes in what is gone, is told so by the next save.
      else if (status !== 403 && status !== 404) timer = setTimeout(() => void ask(), AGAIN_MS);
    };
    void ask();
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [read, version, known.version]);
  return known.gaps;
}
