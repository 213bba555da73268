import { stringify } from 'yaml';

const said = (words: string) => ({ en: words, de: `${words} (de)`, ar: `${words} (ar)` });

/** What an `incident.yaml` ends with whose published facts changed. */
export const CORRECTION = stringify({ corrections: [{ at: '2014-05-27T15:00:00Z', was: said('Before.'), now: said('After.'), why: said('It was wrong.') }] });
