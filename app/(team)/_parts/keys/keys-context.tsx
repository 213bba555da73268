'use client';

import { createContext, type ReactNode, useContext, useEffect, useState } from 'react';
import { onKey } from './on-key.ts';

/** Whether single keys do something here: a script runs, and its person has not turned them off. */
const KeysWork = createContext(false);

/** Listens to keys for every page of the team. */
export function KeysProvider({ on, children }: { on: boolean; children: ReactNode }) {
  const [works, setWorks] = useState(false);
  useEffect(() => {
    setWorks(on);
    const listen = (event: KeyboardEvent) => onKey(event, on);
    // Before the editor: what it does with Ctrl and Enter comes too late for a page that is left.
    document.addEventListener('keydown', listen, true);
    return () => document.removeEventListener('keydown', listen, true);
  }, [on]);
  return <KeysWork.Provider value={works}>{children}</KeysWork.Provider>;
}

export const useKeysWork = () => useContext(KeysWork);
