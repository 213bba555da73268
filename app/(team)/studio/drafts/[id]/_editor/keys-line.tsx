'use client';

import { useEffect, useState } from 'react';
import type { Words } from './words.ts';

const HIDDEN = 'candor.keys.hidden';

/** The editor's keys, at the foot of the page; who knows them turns them off. */
export function KeysLine({ words }: { words: Words }) {
  const [hidden, setHidden] = useState(false);
  useEffect(() => setHidden(recall()), []);
  const turn = () => {
    setHidden(!hidden);
    try {
      if (hidden) localStorage.removeItem(HIDDEN);
      else localStorage.setItem(HIDDEN, 'yes');
    } catch {
      // A browser that keeps nothing shows them again.
    }
  };
  return (
    <p className="keys meta">
      {!hidden && <span>{words['keys.line']}</span>}
      <button type="button" className="link" onClick={turn}>
        {words[hidden ? 'keys.show' : 'keys.hide']}
      </button>
    </p>
  );
}

function recall(): boolean {
  try {
    return localStorage.getItem(HIDDEN) !== null;
  } catch {
    return false;
  }
}
