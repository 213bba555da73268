import { BlockList } from 'node:net';
import { expect, test } from 'vitest';
import { growth } from '#tests/support/wire/growth.ts';
import { isUnchanged } from '../answers.ts';
import { encodingChooser } from '../choose-encoding.ts';
import { routeOf } from './route-of.ts';
import { clientSource } from './client-source.ts';
import { ownAddress } from './own-address.ts';
import { readFields } from './read-fields.ts';
import { readTarget } from './read-target.ts';
import { screenPost } from './screen-post.ts';

/** Far above every bound: what tries again from each place would take four times as long for twice as much. */
const LENGTH = 16 * 1024;
const MOST = 2.5;

const own = ownAddress(new URL('https://tempo.example'));
const trusted = new BlockList();
trusted.addSubnet('0.0.0.0', 0);
const answer = { status: 200, route: null, modified: 1, variant: () => variant };
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
  'a route of slugs': (length) => routeOf(`/advisories/${'a/'.repeat(length / 2)}`),
  'a language over and over': (length) => routeOf('/de'.repeat(length / 3)),
  'a host of letters': (length) => own.isHost('a'.repeat(length)),
  'a host of colons': (length) => own.isHost(`a${':1'.repeat(length / 2)}`),
  'a host of combining marks': (length) => own.isHost('\u00cc\u0081\u00cc\u0096'.repeat(length / 4)),
  'a host in brackets': (length) => own.isHost(`[${':'.repeat(length)}`),
  'an origin': (length) => own.isOrigin(`https://${'a.'.repeat(length / 2)}`),
  'a type of blanks': (length) =>
    screenPost({ origin: 'https://tempo.example', 'content-type': `application/json${' '.repeat(length)}x` }, own, { maxBytes: 1 }),
  'a forwarded chain': (length) => clientSource('10.0.0.1', '10.0.0.1,'.repeat(length / 9), trusted),
  'a forwarded chain of blanks': (length) => clientSource('10.0.0.1', `${' '.repeat(length)},1`, trusted),
  'a forwarded bracket': (length) => clientSource('10.0.0.1', '['.repeat(length), trusted),
  'tags of commas': (length) => isUnchanged(answer, variant, ','.repeat(length), undefined),
  'tags of blanks': (length) => isUnchanged(answer, variant, `"${' '.repeat(length)}"`, undefined),
  'a date of blanks': (length) => isUnchanged(answer, variant, undefined, `x${' '.repeat(length)}x`),
};

test.each(Object.entries(HOSTILE))('%s: twice as much takes about twice as long', (_, run) => {
  expect(growth(run, LENGTH, MOST)).toBeLessThan(MOST);
});

test('an Accept-Encoding of 15 KB is refused before anybody reads it', () => {
  for (const value of [`br${' '.repeat(15_000)}`, 'br,'.repeat(5_000), `br;${' '.repeat(15_000)}q=0`]) expect(readFields(['Accept-Encoding', value])).toBe(431);
});

test('an Accept-Encoding at its bound takes about twice as long as half of it', () => {
  for (const part of ['br,', ' ', 'br ', 'br;q=0;', '*,']) {
    // Another chooser each time: one remembers what it chose.
    const choose = (length: number) => encodingChooser()(part.repeat(length / part.length));
    expect(growth(choose, 256, MOST), part).toBeLessThan(MOST);
  }
});
