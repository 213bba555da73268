import { askJson } from './ask-json.ts';

/** Until it is asked again, in milliseconds. */
const AGAIN_MS = 1_500;

/** Asks a route until it has told what it is asked for; what comes back ends the asking. Who is signed out, or writes in what is gone, is told so by the next save. */
export function askUntilTold<Told>(path: string, hear: (told: Told) => void): () => void {
  const gone = new AbortController();
  let timer: ReturnType<typeof setTimeout>;
  const ask = async (): Promise<void> => {
    const { status, told } = await askJson<Told>(path, { signal: gone.signal });
    if (gone.signal.aborted) return;
    if (told) hear(told);
    else if (status !== 403 && status !== 404) timer = setTimeout(() => void ask(), AGAIN_MS);
  };
  void ask();
  return () => {
    clearTimeout(timer);
    gone.abort();
  };
}
