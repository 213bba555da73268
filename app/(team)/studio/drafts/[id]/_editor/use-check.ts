import { useEffect, useState } from 'react';
import type { Finding } from '#compiler/text/finding.ts';
import { teamPaths } from '#paths';

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
      const answer = await fetch(teamPaths.checkDraft(String(id)), { signal: gone.signal }).catch(() => null);
      if (gone.signal.aborted) return;
      if (answer?.ok) setChecked((await answer.json()) as Checked);
      // Who is signed out is told by the next save.
      else if (answer?.status !== 403) timer = setTimeout(() => void ask(), AGAIN_MS);
    };
    void ask();
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [id, version, known]);
  return checked;
}
