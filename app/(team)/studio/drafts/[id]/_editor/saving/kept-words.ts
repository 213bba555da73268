/** Words that no save has yet, and the save that they follow. */
export interface KeptWords {
  version: number;
  text: string;
}

const held = (key: string) => `candor.draft.${key}`;
/** Of an earlier window, until their person says what is to become of them. */
const offered = (key: string) => `candor.draft.${key}.offered`;

/** Keeps what this window alone has, or forgets it once it is saved. */
export function keepWords(key: string, words: KeptWords | null): void {
  write(held(key), words);
}

/** What an earlier window could not save, if that is not `text`. It stays until `forgetOffered`. */
export function offeredWords(key: string, text: string): KeptWords | null {
  const words = read(held(key)) ?? read(offered(key));
  write(held(key), null);
  const worth = words && words.text !== text ? words : null;
  write(offered(key), worth);
  return worth;
}

export function forgetOffered(key: string): void {
  write(offered(key), null);
}

function write(key: string, words: KeptWords | null): void {
  try {
    if (words) localStorage.setItem(key, JSON.stringify(words));
    else localStorage.removeItem(key);
  } catch {
    // A browser that keeps nothing, or is full: the window still has them.
  }
}

function read(key: string): KeptWords | null {
  try {
    const words = JSON.parse(localStorage.getItem(key) ?? 'null') as Partial<KeptWords> | null;
    return typeof words?.text === 'string' && typeof words.version === 'number' ? { text: words.text, version: words.version } : null;
  } catch {
    return null;
  }
}
