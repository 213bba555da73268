import { useCallback, useEffect, useReducer, useRef } from 'react';
import { keepWords } from './kept-words.ts';
import { begin, isHeld, next, pauseMs, type Save, type Writing, type WritingEvent } from './writing.ts';

/** Bytes of a body that a browser still sends when its page goes. */
const KEEPALIVE_BYTES = 60_000;
/** Who types without a pause is saved that often, in milliseconds. */
const LONGEST_MS = 2_000;

export interface Saving {
  writing: Writing;
  tell: (event: WritingEvent) => void;
  /** Sends what is typed without waiting. */
  saveNow: () => void;
}

/** What is written, and where it is saved. */
export interface SaveTarget {
  /** Names it among what a browser keeps. */
  key: string;
  save: string;
  /** Where the newest save is read. */
  read: string;
  body: (version: number, text: string) => URLSearchParams;
  /** The text in what is read. */
  textOf: (told: Record<string, unknown>) => string;
}

/** Saves a text as it is typed. `target` stays the same one. */
export function useSaving(target: SaveTarget, saved: Save): Saving {
  const [writing, tell] = useReducer(next, saved, begin);
  const now = useRef(writing);
  now.current = writing;
  const dueSince = useRef(0);

  const { text, sent, saved: base } = writing;
  useEffect(() => {
    const pause = pauseMs(now.current);
    if (pause === null) {
      dueSince.current = 0;
      return;
    }
    dueSince.current ||= Date.now();
    const longest = now.current.failures > 0 ? pause : Math.max(0, dueSince.current + LONGEST_MS - Date.now());
    const timer = setTimeout(() => tell({ kind: 'sent' }), Math.min(pause, longest));
    return () => clearTimeout(timer);
  });

  useEffect(() => {
    if (sent === null) return;
    let current = true;
    void post(target, now.current.saved.version, sent).then((event) => current && tell(event));
    return () => {
      current = false;
    };
  }, [target, sent]);

  useEffect(() => {
    const timer = setTimeout(() => keepWords(target.key, text === base.text ? null : { version: base.version, text }), 150);
    return () => clearTimeout(timer);
  }, [target, text, base]);

  const saveNow = useCallback(() => tell({ kind: 'sent' }), []);
  useEffect(() => {
    const leave = () => {
      const { current } = now;
      if (!isHeld(current)) return;
      keepWords(target.key, { version: current.saved.version, text: current.text });
      // A page that goes has no time for what React does next. If it comes back it sends once more, and finds its own words there.
      if (pauseMs(current) !== null) void post(target, current.saved.version, current.text);
    };
    const hide = () => document.visibilityState === 'hidden' && saveNow();
    const again = () => now.current.trouble !== null && saveNow();
    window.addEventListener('pagehide', leave);
    window.addEventListener('online', again);
    document.addEventListener('visibilitychange', hide);
    return () => {
      window.removeEventListener('pagehide', leave);
      window.removeEventListener('online', again);
      document.removeEventListener('visibilitychange', hide);
    };
  }, [target, saveNow]);

  return { writing, tell, saveNow };
}

/** One save, and what became of it. Never rejects. */
async function post(target: SaveTarget, version: number, text: string): Promise<WritingEvent> {
  const body = target.body(version, text);
  const keepalive = body.toString().length < KEEPALIVE_BYTES;
  try {
    const answer = await fetch(target.save, { method: 'POST', headers: { accept: 'application/json' }, body, keepalive });
    if (answer.status === 200) {
      const { version, savedAt } = (await answer.json()) as { version: number; savedAt: string };
      return { kind: 'saved', version, at: savedAt };
    }
    if (answer.status === 409) {
      const { reason } = (await answer.json()) as { reason: string };
      return reason === 'draft_moved' ? { kind: 'moved', theirs: await readSave(target) } : { kind: 'failed', why: 'signed_out' };
    }
    if (answer.status === 401 || answer.status === 403) return { kind: 'failed', why: 'signed_out' };
    if (answer.status === 404) return { kind: 'failed', why: 'gone' };
    if (answer.status === 422 || answer.status === 413) return { kind: 'failed', why: 'too_big' };
  } catch {
    // No connection, or an answer that broke off.
  }
  return { kind: 'failed', why: 'no_connection' };
}

async function readSave({ read, textOf }: SaveTarget): Promise<Save> {
  const answer = await fetch(read);
  if (!answer.ok) throw new Error(`The text did not come: ${answer.status}.`);
  const told = (await answer.json()) as { version: number; savedAt: string };
  return { version: told.version, text: textOf(told), at: told.savedAt };
}
