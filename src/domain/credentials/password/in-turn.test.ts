import { availableParallelism } from 'node:os';
import { expect, test } from 'vitest';
import { inTurn } from './in-turn.ts';

const AT_ONCE = availableParallelism();
const kindOf = (work: Promise<unknown>) =>
  work.then(
    () => 'done',
    (error: { kind?: string }) => error.kind ?? 'fault',
  );

/** Work that goes on until it is let go. */
function held() {
  let letGo = () => {};
  const until = new Promise<void>((resolve) => {
    letGo = resolve;
  });
  return { until: () => until, letGo };
}

test('as many as there are cores work at once; who comes when the line is full is asked to return, and the others are served', async () => {
  const { until, letGo } = held();
  let [now, most] = [0, 0];
  const work = async () => {
    now += 1;
    most = Math.max(most, now);
    await until();
    now -= 1;
  };
  const kinds = Array.from({ length: 101 * AT_ONCE + 3 }, () => kindOf(inTurn(1, work)));
  letGo();
  expect((await Promise.all(kinds)).filter((kind) => kind === 'unavailable')).toHaveLength(3);
  expect(most).toBe(AT_ONCE);
});

test('what takes thirty times as long takes thirty places of the line', async () => {
  const { until, letGo } = held();
  const kinds = Array.from({ length: AT_ONCE + Math.ceil((100 * AT_ONCE) / 30) + 2 }, () => kindOf(inTurn(30, until)));
  letGo();
  expect((await Promise.all(kinds)).filter((kind) => kind === 'unavailable')).toHaveLength(2);
});

test('what fails frees its place', async () => {
  const fail = () => Promise.reject(new Error('x'));
  expect(await Promise.all(Array.from({ length: 5 * AT_ONCE }, () => kindOf(inTurn(1, fail))))).toEqual(Array(5 * AT_ONCE).fill('fault'));
  expect(await inTurn(1, async () => 'served')).toBe('served');
});
