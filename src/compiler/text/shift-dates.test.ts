import fc from 'fast-check';
import { expect, it } from 'vitest';
import { shiftDates } from './shift-dates.ts';

const DAY = 24 * 60 * 60 * 1000;

it.each([
  ['date: 2014-05-27', 'date: 2014-05-29'],
  ['at="2014-05-27T14:00:00Z"', 'at="2014-05-29T20:00:00Z"'],
  ['2014-12-31T23:00Z', '2015-01-03T05:00Z'],
  ['2014-05-27T14:00:00+02:00.', '2014-05-29T20:00:00+02:00.'],
  ['from 2014-05-27 to 2014-05-28', 'from 2014-05-29 to 2014-05-30'],
  ['slug: 2014-05-27-first', 'slug: 2014-05-27-first'],
  ['notice-2014-05-27', 'notice-2014-05-27'],
  ['2014-99-99', '2014-99-99'],
])('%s', (before, after) => {
  expect(shiftDates(before, 2 * DAY + DAY / 4)).toBe(after);
});

it('keeps every line and column', () => {
  fc.assert(
    fc.property(
      fc.string(),
      fc.date({ min: new Date('2001-01-01'), max: new Date('2100-01-01'), noInvalidDate: true }),
      fc.integer({ min: -3650, max: 3650 }),
      (text, date, days) => {
        const source = `${text}\n${date.toISOString().slice(0, 19)}Z ${date.toISOString().slice(0, 10)}\n${text}`;
        return shiftDates(source, days * DAY).length === source.length;
      },
    ),
  );
});
