import { setTimeout as later } from 'node:timers/promises';
import { startRenderer } from '#compiler/render/renderer.ts';
import { childrenOf } from '#scripts/support/processes.ts';
import { note } from '#tests/support/content/note.ts';
import { atMost, type Line } from '../line.ts';

const MEGABYTE = 1024 * 1024;
/** A heap of 384 MiB, twice as much with what is no heap and the bundler's process, and the one that is kept ready meanwhile. */
const MOST_MB = 900;
/** Bytes of a body: what a post may have, and its head. */
const BODY = 255 * 1024;
/** Between two looks, in milliseconds. */
const LOOK_MS = 10;

const full = (piece: string) => piece.repeat(Math.floor(BODY / Buffer.byteLength(piece)));

/** As large as a post may be, and each of another kind that costs a parser, a tree or a page more than prose does. */
const CORPUS: readonly (readonly [name: string, body: string])[] = [
  ['prose', full('A plain sentence that says little. ')],
  ['one word', full('a')],
  ['paragraphs', full('a\n\n')],
  ['headings', full('## a\n\n')],
  ['emphasis', full('*a*')],
  ['emphasis that never ends', full('*a_')],
  ['links', full('[a](/b) ')],
  ['links without an end', full('[a](')],
  ['references', full('[a] ')],
  ['definitions', full('[a]: /b\n')],
  ['list items', full('- a\n')],
  ['a table of one row', full('|a')],
  ['tables', full('|a|\n|-|\n|b|\n\n')],
  ['code', full('`a` ')],
  ['fences', full('```\na\n```\n')],
  ['entities', full('&amp;')],
  ['escapes', full('\\*')],
  ['hard breaks', full('a\\\n')],
  ['components', full('<Time at="2014-05-27T14:00:00Z" /> ')],
  ['components around text', full('<Note>\n\na\n\n</Note>\n\n')],
  ['tags', full('<b>')],
  ['attributes', `<Note ${full('a="b" ')}/>`],
  ['a program', `{${full('(a,')}`],
  ['programs', full('{a} ')],
  ['letters of four bytes', full('\u{1F9EF}')],
  ['marks on one letter', full('a\u0301\u0301')],
];

/** The most that a compiling child, with what it starts, holds at once, and the longest that anybody waits for its answer, over all of the corpus. */
export async function measure(): Promise<Line[]> {
  const renderer = startRenderer({ warm: 1 });
  const done = new AbortController();
  let most = 0;
  const watching = watch(done.signal, (held) => {
    most = Math.max(most, held);
  });
  const peaks: Record<string, number> = {};
  let longest = 0;
  let refused = 0;
  try {
    for (const [name, body] of CORPUS) {
      most = 0;
      const began = performance.now();
      const { rendered } = await renderer.render({ source: note(body), locale: 'en', kind: 'note', facts: null, site: null, folder: '/' });
      longest = Math.max(longest, performance.now() - began);
      if (!rendered) refused += 1;
      peaks[name] = most / MEGABYTE;
    }
  } finally {
    done.abort();
    await watching;
    await renderer.close();
  }
  const [[worst, peak] = ['none', Number.NaN]] = Object.entries(peaks).sort(([, a], [, b]) => b - a);
  const raw = { [`MB of ${worst}`]: peak, 'MB of prose': peaks.prose ?? Number.NaN, texts: CORPUS.length, refused };
  return [
    atMost('memory of a compiling child and its stand-in over a hostile corpus, peak', peak, MOST_MB, 'MB', raw),
    atMost('the longest wait for its answer', longest / 1000, 12, 's', {}),
  ];
}

async function watch(signal: AbortSignal, onHeld: (bytes: number) => void): Promise<void> {
  while (!signal.aborted) {
    const children = await childrenOf(process.pid);
    // The bundler is a process of the child's own.
    const below = await Promise.all(children.map(({ pid }) => childrenOf(pid)));
    onHeld([...children, ...below.flat()].reduce((sum, { memory }) => sum + memory, 0));
    await later(LOOK_MS);
  }
}
