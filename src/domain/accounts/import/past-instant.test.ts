import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyPastInstant, pastInstant } from './past-instant.ts';

const now = new Date('2014-05-22T10:20:30.400Z');
const near = fc.integer({ min: -3, max: 3 }).map((seconds) => new Date(now.getTime() + seconds * 400));
const written = fc
  .oneof(
    near,
    fc.integer({ min: -2, max: 2 }).map((seconds) => new Date(seconds * 1_000)),
    fc.date({ noInvalidDate: true }),
  )
  .chain((at) => fc.constantFrom(at.toISOString(), at.toISOString().replace(/\.\d+Z$/, 'Z'), at.toISOString().replace(/\.\d+Z$/, '+02:00')));
const two = fc.integer({ min: 0, max: 62 }).map((number) => String(number).padStart(2, '0'));
const odd = fc
  .tuple(fc.constantFrom('1970', '2012', '2013', '2014', '0000'), two, two, two, two, two, fc.constantFrom('Z', 'z', '+00:00', ''))
  .map(([year, month, day, hour, minute, second, zone]) => `${year}-${month}-${day}T${hour}:${minute}:${second}${zone}`);
const days = fc.tuple(fc.constantFrom('02', '04', '12'), fc.constantFrom('28', '29', '30', '31')).map(([month, day]) => `2012-${month}-${day}T00:00:00Z`);

test('a plain time is judged as every other way to write it', () => {
  fc.assert(
    fc.property(fc.oneof(written, odd, days, fc.string({ minLength: 1 })), (text) => {
      expect(pastInstant(now)('created_at', text)).toEqual(anyPastInstant('created_at', text, now));
    }),
    { numRuns: 5_000, examples: ['1970-01-01T00:00:00Z', '1970-01-01T00:00:01Z', '2014-05-22T10:20:30Z', '2014-05-22T10:20:31Z'].map((text) => [text]) },
  );
});

test('no time is none', () => {
  expect(pastInstant(now)('created_at', undefined)).toBeNull();
  expect(pastInstant(now)('created_at', '')).toBeNull();
});
