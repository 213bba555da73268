import { useEffect, useRef, useState } from 'react';
import { teamPaths } from '#paths';
import { askJson } from '../../../../_parts/ask-json.ts';
import { fill, type Words } from './words.ts';

const PACE_MS = 15_000;

interface Here {
  role: 'author' | 'approver' | 'admin' | 'you';
  writing: boolean;
}

/** Who else has the draft open, in words; empty while nobody has. */
export function useHere(id: number, text: string, words: Words): string {
  const [here, setHere] = useState<readonly Here[]>([]);
  const latest = useRef(text);
  latest.current = text;
  useEffect(() => {
    let before = latest.current;
    const say = async () => {
      if (document.visibilityState === 'hidden') return;
      const body = new URLSearchParams({ writing: latest.current === before ? 'no' : 'yes' });
      before = latest.current;
      const { told } = await askJson<{ here: Here[] }>(teamPaths.sayHere(String(id)), { method: 'POST', headers: { accept: 'application/json' }, body });
      if (told) setHere(told.here);
    };
    void say();
    const timer = setInterval(() => void say(), PACE_MS);
    return () => clearInterval(timer);
  }, [id]);
  const names = here.map(({ role, writing }) => fill(words[writing ? 'here.writes' : 'here.reads'], { who: words[`here.${role}`] }));
  return names.length === 0 ? '' : fill(words['here.line'], { who: [...new Set(names)].join('; ') });
}
