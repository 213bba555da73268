import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { type Mood, type RangeService, startRangeService } from '#tests/support/breaches/range-service.ts';
import { isBreached } from './is-breached.ts';

const KNOWN = 'violet kettle runs north';
let service: RangeService;
beforeAll(async () => {
  service = await startRangeService(KNOWN, 'cafés près de là'.normalize('NFC'));
});
beforeEach(() => {
  service.mood = 'well';
  service.asked.length = 0;
});
afterAll(() => service.close());

const ask = (password: string) => isBreached(new URL(`${service.url}/`), password);

test('what the service knows is breached, in decomposed letters too, and nothing else is', async () => {
  expect(await ask(KNOWN)).toBe(true);
  expect(await ask('cafés près de là'.normalize('NFD'))).toBe(true);
  expect(await ask('violet kettle runs south')).toBe(false);
});

test('the service is told five digits of a hash, and asked to hide how many there are', async () => {
  const hash = createHash('sha1').update(KNOWN).digest('hex').toUpperCase();
  await ask(KNOWN);
  expect(service.asked).toMatchObject([{ path: `/range/${hash.slice(0, 5)}`, headers: { 'add-padding': 'true', 'user-agent': 'Candor' } }]);
  expect(JSON.stringify(service.asked)).not.toContain(hash.slice(0, 6));
});

test('a row that was never seen is padding', async () => {
  const hash = createHash('sha1').update(KNOWN).digest('hex').toUpperCase();
  service.padding.add(hash.slice(5));
  service.known.delete(KNOWN);
  expect(await ask(KNOWN)).toBe(false);
  service.padding.clear();
  service.known.add(KNOWN);
});

test.each<Mood>(['slow', 'dripping', 'broken', 'huge', 'elsewhere', 'another page', 'empty', 'cut off'])(
  '%s: there is no answer, and no fault',
  async (mood) => {
    service.mood = mood;
    expect(await ask(KNOWN)).toBeNull();
    service.mood = 'well';
    expect(await ask(KNOWN)).toBe(true);
  },
);

test('where nobody listens, and where nobody is asked, there is no answer', async () => {
  expect(await isBreached(new URL('http://127.0.0.1:1/'), KNOWN)).toBeNull();
  expect(await isBreached(null, KNOWN)).toBeNull();
  expect(service.asked).toEqual([]);
});

test('whatever a password is made of, one question is asked, and a known one is found', async () => {
  await fc.assert(
    fc.asyncProperty(fc.string({ unit: 'binary' }), fc.boolean(), async (password, known) => {
      service.known = new Set(known ? [password.normalize('NFC')] : []);
      service.asked.length = 0;
      expect(await ask(password)).toBe(known);
      expect(service.asked).toHaveLength(1);
    }),
  );
});
