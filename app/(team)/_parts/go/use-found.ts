import { useEffect, useState } from 'react';
import { teamPaths } from '#paths';
import { askJson } from '../ask-json.ts';

/** After the last key, in milliseconds. */
const PAUSE_MS = 150;

/** Something to go to, in the language of whoever looks. */
export interface Found {
  to: string;
  title: string;
  detail: string;
}

/** What matches, once its typist pauses; null until it is known. Where it can't be asked for, the form is still there. */
export function useFound(typed: string): Found[] | null {
  const [found, setFound] = useState<{ of: string; hits: Found[] } | null>(null);
  const words = typed.trim();
  useEffect(() => {
    if (words === '') return;
    const gone = new AbortController();
    const timer = setTimeout(async () => {
      const { told } = await askJson<{ hits: Found[] }>(`${teamPaths.goFound()}?${new URLSearchParams({ q: words })}`, { signal: gone.signal });
      if (told && !gone.signal.aborted) setFound({ of: words, hits: told.hits });
    }, PAUSE_MS);
    return () => {
      clearTimeout(timer);
      gone.abort();
    };
  }, [words]);
  return found?.of === words ? found.hits : null;
}
