/** Words that no save has yet, and the save that they follow. */
export interface KeptWords {
  version: number;
  text: string;
}

const held = (id: number) => `candor.draft.${id}`;
/** Of an earlier window, until their person says what is to become of them. */
const offered = (id: number) => `candor.draft.${id}.offered`;

/** Keeps what this window alone has, or forgets it once it is saved. */
export function keepWords(id: number, words: KeptWords | null): void {
  write(held(id), words);
}

/** What an earlier window could not save, if that is not `text`. It stays until `forgetOffered`. */
export function offeredWords(id: number, text: string): KeptWords | null {
  const words = read(held(id)) ?? read(offered(id));
  write(held(id), null);
  const worth = words && words.text !== text ? words : null;
  write(offered(id), worth);
  return worth;
}

export function forgetOffered(id: number): void {
  write(offered(id), null);
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
