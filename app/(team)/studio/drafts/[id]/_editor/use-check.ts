import { useEffect, useState } from 'react';
import type { Finding } from '#compiler/text/finding.ts';
import { teamPaths } from '#paths';
import { askJson } from '../../../../_parts/ask-json.ts';

/** Until it is asked again when too much is asked for, in milliseconds. */
const AGAIN_MS = 1_500;

export interface Checked {
  version: number;
  ok: boolean;
  /** A preview shows this save. */
  shown: boolean;
  findings: readonly Finding[];
}

/** What the checker says of each save, after it. */
export function useCheck(id: number, version: number, first: Checked | null): Checked | null {
  const [checked, setChecked] = useState(first);
  const known = checked?.version ?? 0;
  useEffect(() => {
    if (version <= known) return;
    const gone = new AbortController();
    let timer: ReturnType<typeof setTimeout>;
    const ask = async (): Promise<void> => {
      const { status, told } = await askJson<Checked>(teamPaths.checkDraft(String(id)), { signal: gone.signal });
      if (gone.signal.aborted) return;
      if (told) setChecked(told);
      // Who is signed out, or writes in what is gone, is told so by the next save.
      else if (status !== 403 && status !== 404) timer = setTimeout(() => void ask(), AGAIN_MS);
    };
    void ask();
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [id, version, known]);
  return checked;
}
