/** Words that no save has yet, and the save that they follow. */
export interface KeptWords {
  version: number;
  text: string;
}

/** A browser keeps no more than a few MiB of a site. */
const MOST_OFFERED = 5;

const held = (key: string) => `candor.draft.${key}`;
/** Of an earlier window, until their person says what is to become of them. */
const offered = (key: string) => `candor.draft.${key}.offered`;

/** Keeps what this window alone has, or forgets it once it is saved. */
export function keepWords(key: string, words: KeptWords | null): void {
  write(held(key), words);
}

/** What earlier windows could not save and nobody has answered for, the newest first, without what is `text` already. */
export function offeredWords(key: string, text: string): KeptWords[] {
  const words = [...read(held(key)), ...read(offered(key))].filter((one) => one.text !== text);
  const once = words.filter((one, index) => words.findIndex((other) => other.text === one.text) === index);
  write(held(key), null);
  offerWords(key, once);
  return once;
}

/** What is to be offered from now on. */
export function offerWords(key: string, words: readonly KeptWords[]): void {
  write(offered(key), words.length === 0 ? null : words.slice(0, MOST_OFFERED));
}

function write(key: string, words: KeptWords | readonly KeptWords[] | null): void {
  try {
    if (words) localStorage.setItem(key, JSON.stringify(words));
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing, or is full: the window still has them.
  }
}

function read(key: string): KeptWords[] {
  try {
    const words: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return (Array.isArray(words) ? words : [words]).filter((one) => typeof one?.text === 'string' && typeof one.version === 'number');
  } catch {
    return [];
  }
}
