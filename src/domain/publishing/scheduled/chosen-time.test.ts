import { expect, test } from 'vitest';
import { type ChosenTime, chosenTime } from './chosen-time.ts';

const STOCKHOLM = { zone: 'Europe/Stockholm', which: '' } as const;

/** The instant, or why there is none. */
function chosen(date: string, time: string, more: Partial<ChosenTime> = {}): unknown {
  try {
    return chosenTime({ date, time, ...STOCKHOLM, ...more }).toISOString();
  } catch (error) {
    return (error as { fields: unknown }).fields;
  }
}

test('an hour that summer time leaves out is none, and the minutes beside it are', () => {
  expect(chosen('2027-03-28', '01:59')).toBe('2027-03-28T00:59:00.000Z');
  expect(['02:00', '02:59'].map((time) => chosen('2027-03-28', time))).toEqual([{ time: 'time_skipped' }, { time: 'time_skipped' }]);
  expect(chosen('2027-03-28', '03:00')).toBe('2027-03-28T01:00:00.000Z');
});

test('an hour that comes twice is asked about, and is the one that was chosen', () => {
  expect(chosen('2027-10-31', '02:30')).toEqual({ time: 'time_doubled' });
  expect(chosen('2027-10-31', '02:30', { which: 'earlier' })).toBe('2027-10-31T00:30:00.000Z');
  expect(chosen('2027-10-31', '02:30', { which: 'later' })).toBe('2027-10-31T01:30:00.000Z');
  expect(chosen('2027-10-31', '01:59')).toBe('2027-10-30T23:59:00.000Z');
  expect(chosen('2027-10-31', '03:00')).toBe('2027-10-31T02:00:00.000Z');
  // Elsewhere it is half an hour that comes twice, and in spring.
  expect(chosen('2027-04-04', '01:45', { zone: 'Australia/Lord_Howe' })).toEqual({ time: 'time_doubled' });
});
