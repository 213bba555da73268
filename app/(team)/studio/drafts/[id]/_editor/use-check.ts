import { useEffect, useState } from 'react';
import type { Finding } from '#compiler/text/finding.ts';
import { teamPaths } from '#paths';
import { askUntilTold } from '../../../../_parts/ask-until-told.ts';

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
    return askUntilTold<Checked>(teamPaths.checkDraft(String(id)), setChecked);
  }, [id, version, known]);
  return checked;
}
