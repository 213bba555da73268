import { BlockList } from 'node:net';
import { expect, test } from 'vitest';
import { isUnchanged } from '../answers.ts';
import { encodingChooser } from '../choose-encoding.ts';
import { clientSource } from './client-source.ts';
import { ownAddress } from './own-address.ts';
import { readFields } from './read-fields.ts';
import { readTarget } from './read-target.ts';
import { screenPost } from './screen-post.ts';

/** Far above every bound, and so many times longer: a pattern that tries again from each place takes 64 times as long. */
const LENGTH = 4 * 1024;
const TIMES = 8;
/** Between what is linear and what is quadratic, with room for a machine that is busy with something else. */
const MOST = 24;
const TRIES = 5;

const own = ownAddress(new URL('https://tempo.example'));
const trusted = new BlockList();
trusted.addSubnet('0.0.0.0', 0);
const answer = { status: 200, modified: 1, variant: () => variant };
const variant = { etag: '"x"', head: [], unchangedHead: [], bytes: Buffer.alloc(0) };

const HOSTILE: Record<string, (length: number) => unknown> = {
  'a target of slashes': (length) => readTarget(`/${'a/'.repeat(length / 2)}`),
  'a target of dots': (length) => readTarget(`/${'./'.repeat(length / 2)}x`),
  'a target of escapes': (length) => readTarget(`/${'%41'.repeat(length / 3)}`),
  'a target of broken escapes': (length) => readTarget(`/${'%2'.repeat(length / 2)}`),
  'a target in absolute form': (length) => readTarget(`http://${'a'.repeat(length)}`),
  'many header lines': (length) => readFields(Array.from({ length: length / 16 }, (_, index) => (index % 2 ? 'v' : `x-of-nobody-${index}`))),
  'one header line over and over': (length) => readFields(Array.from({ length: length / 16 }, (_, index) => (index % 2 ? '' : 'Cookie'))),
  'a name that nearly is internal': (length) => readFields([`x-middlewar${'e'.repeat(length)}`, '']),
  'a host of letters': (length) => own.isHost('a'.repeat(length)),
  'a host of colons': (length) => own.isHost(`a${':1'.repeat(length / 2)}`),
  'a host in brackets': (length) => own.isHost(`[${':'.repeat(length)}`),
  'an origin': (length) => own.isOrigin(`https://${'a.'.repeat(length / 2)}`),
  'a type of blanks': (length) => screenPost({ origin: 'https://tempo.example', 'content-type': `application/json${' '.repeat(length)}x` }, own, 1),
  'a forwarded chain': (length) => clientSource('10.0.0.1', '10.0.0.1,'.repeat(length / 9), trusted),
  'a forwarded chain of blanks': (length) => clientSource('10.0.0.1', `${' '.repeat(length)},1`, trusted),
  'a forwarded bracket': (length) => clientSource('10.0.0.1', '['.repeat(length), trusted),
  'tags of commas': (length) => isUnchanged(answer, variant, ','.repeat(length), undefined),
  'tags of blanks': (length) => isUnchanged(answer, variant, `"${' '.repeat(length)}"`, undefined),
  'a date of blanks': (length) => isUnchanged(answer, variant, undefined, `x${' '.repeat(length)}x`),
};

test.each(Object.entries(HOSTILE))('%s: what is eight times as long takes about eight times', (_, run) => {
  expect(growth((length) => run(length), LENGTH, 4)).toBeLessThan(MOST);
});

test('an Accept-Encoding of 15 KB is refused before anybody reads it', () => {
  for (const value of [`br${' '.repeat(15_000)}`, 'br,'.repeat(5_000), `br;${' '.repeat(15_000)}q=0`]) expect(readFields(['Accept-Encoding', value])).toBe(431);
});

test('an Accept-Encoding at its bound takes about eight times one of an eighth', () => {
  for (const part of ['br,', ' ', 'br ', 'br;q=0;', '*,']) {
    // Another chooser each time: one remembers what it chose.
    expect(
      growth((length) => encodingChooser()(part.repeat(length / part.length)), 60, 100),
      part,
    ).toBeLessThan(MOST);
  }
});

/** How many times longer the work takes for what is `TIMES` as long: the least of several tries. */
function growth(run: (length: number) => unknown, length: number, repeated: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < TRIES && least > MOST; time += 1)
    least = Math.min(least, fastest(() => run(TIMES * length), repeated) / fastest(() => run(length), repeated));
  return least;
}

/** The least of several measurements, in milliseconds. */
function fastest(run: () => unknown, repeated: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let time = 0; time < 5; time += 1) {
    const began = performance.now();
    for (let index = 0; index < repeated; index += 1) run();
    least = Math.min(least, performance.now() - began);
  }
  return least;
}
