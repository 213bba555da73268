'use client';

import { useEffect, useRef, useState } from 'react';

interface ChangeKeysProps {
  count: number;
  /** Sentences of the page; `%n%` and `%m%` in `place`. */
  words: { keys: string; place: string };
}

/** Alt and Page Down, Alt and Page Up lead through the source's changes, while the hands stay in the text. */
export function ChangeKeys({ count, words }: ChangeKeysProps) {
  const [at, setAt] = useState(0);
  const [runs, setRuns] = useState(false);
  const place = useRef(0);
  useEffect(() => {
    setRuns(true);
    const go = (event: KeyboardEvent) => {
      const by = event.key === 'PageDown' ? 1 : event.key === 'PageUp' ? -1 : 0;
      if (!event.altKey || event.ctrlKey || event.metaKey || by === 0) return;
      event.preventDefault();
      place.current = Math.min(count, Math.max(1, place.current + by));
      setAt(place.current);
      document.getElementById(`source-change-${place.current}`)?.scrollIntoView({ block: 'nearest' });
    };
    addEventListener('keydown', go);
    return () => removeEventListener('keydown', go);
  }, [count]);
  useEffect(() => {
    for (const row of document.querySelectorAll('.source-text [aria-current]')) row.removeAttribute('aria-current');
    document.getElementById(`source-change-${at}`)?.setAttribute('aria-current', 'true');
  }, [at]);
  if (!runs) return null;
  return (
    <>
      <span>{words.keys}</span> <span role="status">{at > 0 && words.place.replace('%n%', String(at)).replace('%m%', String(count))}</span>
    </>
  );
}
