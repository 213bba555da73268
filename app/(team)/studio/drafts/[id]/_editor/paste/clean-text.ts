/** What was changed in a paste, and how often. */
export type Cleaned = Partial<Record<'spaces' | 'hyphens' | 'invisible' | 'bidi' | 'formatting', number>>;

export interface CleanedText {
  text: string;
  cleaned: Cleaned;
}

/** Spaces that look like one and are another; French and numbers want some of them, and a person can type those again. */
const ODD_SPACES = /[\u00A0\u2000-\u200A\u202F\u205F\u3000]/gu;
const SOFT_HYPHENS = /\u00AD/gu;
/** Direction marks, embeddings, overrides and isolates: no post may hold one. */
const BIDI = /[\u061C\u200E\u200F\u202A-\u202E\u2066-\u2069]/gu;
/** What draws nothing. The joiners stay: scripts and emoji need them, and the checker knows where. */
const INVISIBLE = /[\u200B\u2060\uFEFF\uFFFC]|(?![\t\n])\p{Cc}/gu;

/** Words as they come from elsewhere, without what nobody sees. Quotation marks stay as they were written: they are right in their language. Linear. */
export function cleanText(pasted: string): CleanedText {
  const cleaned: Cleaned = {};
  const change = (text: string, what: keyof Cleaned, found: RegExp, by: string) => {
    const { length } = text.match(found) ?? [];
    if (length) cleaned[what] = length;
    return length ? text.replace(found, by) : text;
  };
  const lines = pasted.replace(/\r\n?|[\u2028\u2029\v\f]/g, '\n');
  const spaced = change(lines, 'spaces', ODD_SPACES, ' ');
  const joined = change(spaced, 'hyphens', SOFT_HYPHENS, '');
  const led = change(joined, 'bidi', BIDI, '');
  return { text: change(led, 'invisible', INVISIBLE, ''), cleaned };
}
