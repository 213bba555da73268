/** Words that no save has yet, and the save that they follow. */
export interface KeptWords {
  version: number;
  text: string;
}

/** A browser keeps no more than a few MiB of a site. */
const MOST = 5;

/** This window, among those of its person that are open on one text. */
const WINDOW = Math.random().toString(36).slice(2);

/** Of windows that are open, or were until something ended them. */
const held = (key: string) => `candor.draft.${key}`;
/** Of an earlier window, until their person says what is to become of them. */
const offered = (key: string) => `candor.draft.${key}.offered`;

/** Keeps what this window alone has, or forgets it once it is saved; what other windows keep stays. */
export function keepWords(key: string, words: KeptWords | null): void {
  const others = read(held(key)).filter(isOthers);
  write(held(key), words ? [{ ...words, window: WINDOW }, ...others] : others);
}

/** What earlier windows could not save and nobody has answered for, the newest first, without what is `text` already. */
export function offeredWords(key: string, text: string): KeptWords[] {
  const all = read(held(key));
  const words = [...all.filter(isOthers), ...read(offered(key))].filter((one) => one.text !== text);
  const once = words.filter((one, index) => words.findIndex((other) => other.text === one.text) === index);
  write(
    held(key),
    all.filter((one) => !isOthers(one)),
  );
  offerWords(key, once);
  return once;
}

/** What is to be offered from now on. */
export function offerWords(key: string, words: readonly KeptWords[]): void {
  write(offered(key), words);
}

interface Held extends KeptWords {
  window?: string;
}

const isOthers = ({ window }: Held) => window !== WINDOW;

function write(key: string, words: readonly Held[]): void {
  try {
    if (words.length > 0) localStorage.setItem(key, JSON.stringify(words.slice(0, MOST)));
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing, or is full: the window still has them.
  }
}

function read(key: string): Held[] {
  try {
    const words: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return (Array.isArray(words) ? words : [words]).filter((one) => typeof one?.text === 'string' && typeof one.version === 'number');
  } catch {
    return [];
  }
}
