import { diffArrays } from 'diff';
import type { Locale } from '#paths';

/** A run of words that both texts have, or one of them. */
export interface Part {
  kind: 'same' | 'ins' | 'del';
  text: string;
}

export interface DiffLine {
  /** Of the new text, counted from 1; null for a line that it has no more. */
  line: number | null;
  /** None but `same` for a line that did not change. */
  parts: Part[];
}

/** Changes after which no smaller difference is looked for, and the old stands whole before the new: finding them takes the square of the time. */
const MAX_CHANGED_LINES = 500;
const MAX_CHANGED_WORDS = 300;

/** Both texts line by line, with the words that changed; what one line has and the other has not. */
export function textDiff(before: string, after: string, locale: Locale): DiffLine[] {
  const [was, is] = [linesOf(before), linesOf(after)];
  const words = new Intl.Segmenter(locale, { granularity: 'word' });
  const changes = diffArrays(was, is, { maxEditLength: MAX_CHANGED_LINES }) ?? [
    { removed: true, added: false, value: was },
    { removed: false, added: true, value: is },
  ];
  const rows: DiffLine[] = [];
  let line = 0;
  let gone: string[] = [];
  const leave = () => {
    rows.push(...gone.map((text): DiffLine => ({ line: null, parts: [{ kind: 'del', text }] })));
    gone = [];
  };
  for (const { removed, added, value } of changes) {
    if (removed) gone.push(...value);
    else if (added) {
      // Lines in the place of others, one for one: what is left over is new, or gone.
      for (const text of value) {
        const old = gone.shift();
        line += 1;
        rows.push({ line, parts: old === undefined ? [{ kind: 'ins', text }] : wordDiff(old, text, words) });
      }
      leave();
    } else {
      leave();
      for (const text of value) {
        line += 1;
        rows.push({ line, parts: [{ kind: 'same', text }] });
      }
    }
  }
  leave();
  return rows;
}

/** What of one line changed, in whole words: a number is one. */
function wordDiff(before: string, after: string, words: Intl.Segmenter): Part[] {
  const split = (text: string) => Array.from(words.segment(text), ({ segment }) => segment);
  const changes = diffArrays(split(before), split(after), { maxEditLength: MAX_CHANGED_WORDS });
  if (!changes) return [{ kind: 'del', text: before }, ...([{ kind: 'ins', text: after }] as const)];
  const parts = changes.map(({ removed, added, value }): Part => ({ kind: removed ? 'del' : added ? 'ins' : 'same', text: value.join('') }));
  return withoutCrumbs(parts);
}

/** A space between two changed words belongs to the change: else each word is struck out by itself. */
function withoutCrumbs(parts: readonly Part[]): Part[] {
  const runs: Part[] = [];
  let del = '';
  let ins = '';
  const flush = () => {
    if (del !== '') runs.push({ kind: 'del', text: del });
    if (ins !== '') runs.push({ kind: 'ins', text: ins });
    del = '';
    ins = '';
  };
  for (const [index, { kind, text }] of parts.entries()) {
    const isCrumb = kind === 'same' && /^\s+$/.test(text) && del + ins !== '' && index < parts.length - 1;
    if (kind !== 'ins' && (kind === 'del' || isCrumb)) del += text;
    if (kind !== 'del' && (kind === 'ins' || isCrumb)) ins += text;
    if (kind === 'same' && !isCrumb) {
      flush();
      runs.push({ kind, text });
    }
  }
  flush();
  return runs;
}

const linesOf = (text: string) => (text === '' ? [] : text.replace(/\r\n?/g, '\n').replace(/\n$/, '').split('\n'));
