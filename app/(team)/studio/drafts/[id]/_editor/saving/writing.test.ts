import fc from 'fast-check';
import { expect, test } from 'vitest';
import { begin, isHeld, next, pauseMs, type Save, type Writing } from './writing.ts';

/** A server with one draft, as `drafts/save-draft` is: a save names the one that it follows. */
class Server {
  saves: (Save & { by: 'me' | 'other' })[] = [{ version: 1, text: 'First.', at: '', by: 'other' }];
  get newest() {
    return this.saves.at(-1) as Save & { by: 'me' | 'other' };
  }
  save(by: 'me' | 'other', follows: number, text: string): boolean {
    if (follows !== this.newest.version) return false;
    this.saves.push({ version: follows + 1, text, at: '', by });
    return true;
  }
}

const step = fc.oneof(
  { weight: 4, arbitrary: fc.record({ does: fc.constant('types' as const), words: fc.constantFrom('a', 'b', 'c', 'First.') }) },
  {
    weight: 4,
    arbitrary: fc.record({
      does: fc.constant('sends' as const),
      meanwhile: fc.option(fc.constantFrom('m', 'n')),
      fate: fc.constantFrom('answered', 'answered', 'lost', 'never arrived', 'signed out', 'too big'),
    }),
  },
  fc.record({ does: fc.constant('other saves' as const), words: fc.constantFrom('x', 'y', 'a') }),
  fc.record({ does: fc.constant('chooses' as const), words: fc.constantFrom('mine', 'theirs', 'both') }),
  fc.record({ does: fc.constant('opens again' as const) }),
);

/** One request from its sending to its answer; `meanwhile` is typed before that comes. */
function send(writing: Writing, server: Server, { fate, meanwhile }: { fate: string; meanwhile: string | null }, seen: Set<number>): Writing {
  const sent = next(writing, { kind: 'sent' });
  const going = meanwhile === null ? sent : next(sent, { kind: 'typed', text: sent.text + meanwhile });
  if (going.sent === null) return going;
  if (fate === 'signed out') return next(going, { kind: 'failed', why: 'signed_out' });
  if (fate === 'too big') return next(going, { kind: 'failed', why: 'too_big' });
  if (fate === 'never arrived') return next(going, { kind: 'failed', why: 'no_connection' });
  const before = server.newest;
  const accepted = server.save('me', going.saved.version, going.sent);
  // What is written over was written by this person, or shown to them.
  if (accepted && before.by === 'other') expect(seen).toContain(before.version);
  if (fate === 'lost') return next(going, { kind: 'failed', why: 'no_connection' });
  if (accepted) return next(going, { kind: 'saved', version: server.newest.version, at: '' });
  return next(going, { kind: 'moved', theirs: server.newest });
}

test('what was typed last is saved or still held, and nobody’s words are written over unseen, whatever happens', () => {
  fc.assert(
    fc.property(fc.array(step, { maxLength: 40 }), (steps) => {
      const server = new Server();
      const seen = new Set([1]);
      let writing = begin(server.newest);
      let typed = writing.text;
      for (const one of steps) {
        if (one.does === 'types') {
          typed = writing.text + one.words;
          writing = next(writing, { kind: 'typed', text: typed });
        }
        if (one.does === 'sends') {
          typed = writing.text + (one.meanwhile ?? '');
          writing = send(writing, server, one, seen);
        }
        if (one.does === 'other saves') server.save('other', server.newest.version, one.words);
        if (one.does === 'chooses' && writing.theirs) {
          seen.add(writing.theirs.version);
          typed = { mine: writing.text, theirs: writing.theirs.text, both: `${writing.theirs.text}\n${writing.text}` }[one.words];
          writing = next(writing, { kind: 'chosen', text: typed });
        }
        if (one.does === 'opens again') {
          const kept = isHeld(writing) ? { text: writing.text, version: writing.saved.version } : null;
          // What nobody held is on the server, perhaps under a newer save, which the page shows.
          seen.add(server.newest.version);
          writing = begin(server.newest);
          if (kept) writing = next(writing, { kind: 'recovered', ...kept });
          else typed = writing.text;
        }
        expect(writing.text).toBe(typed);
        expect(server.saves.find(({ version }) => version === writing.saved.version)?.text).toBe(writing.saved.text);
      }
      // A quiet moment: everything arrives, and both texts are looked at.
      for (let turn = 0; turn < 4; turn += 1) {
        if (writing.trouble === 'too_big') writing = next(writing, { kind: 'typed', text: writing.text });
        if (writing.theirs) {
          seen.add(writing.theirs.version);
          writing = next(writing, { kind: 'chosen', text: writing.text });
        }
        writing = send(writing, server, { fate: 'answered', meanwhile: null }, seen);
      }
      expect(isHeld(writing)).toBe(false);
      expect(server.saves.map(({ text }) => text)).toContain(typed);
    }),
    { numRuns: 2_000 },
  );
});

test('for a text that is gone nothing is sent any more, and its words are held', () => {
  const sent = next(next(begin({ version: 1, text: '', at: '' }), { kind: 'typed', text: 'a' }), { kind: 'sent' });
  const gone = next(next(sent, { kind: 'failed', why: 'gone' }), { kind: 'typed', text: 'ab' });
  expect([isHeld(gone), pauseMs(gone), gone.trouble, next(gone, { kind: 'sent' }).sent]).toEqual([true, null, 'gone', null]);
});

test('it is tried again after pauses that grow to half a minute', () => {
  let writing = next(begin({ version: 1, text: '', at: '' }), { kind: 'typed', text: 'a' });
  const pauses = Array.from({ length: 8 }, () => {
    const pause = pauseMs(writing);
    writing = next(next(writing, { kind: 'sent' }), { kind: 'failed', why: 'no_connection' });
    return pause;
  });
  expect(pauses).toEqual([400, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});
