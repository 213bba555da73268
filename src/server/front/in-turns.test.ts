import { setImmediate as nextTurn } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { inTurns } from './in-turns.ts';

const spend = (ms: number) => {
  for (const end = performance.now() + ms; performance.now() < end; );
};

test('work is done in the order in which it came, with turns for others between', async () => {
  const inTurn = inTurns();
  const done: number[] = [];
  for (let number = 0; number < 50; number += 1) {
    inTurn(() => {
      spend(1);
      done.push(number);
    });
  }
  expect(done).toEqual([]);
  const seen: number[] = [];
  while (done.length < 50) {
    await nextTurn();
    seen.push(done.length);
  }
  expect(done).toEqual(Array.from({ length: 50 }, (_, number) => number));
  // Two milliseconds a turn, and one piece of work that may begin at its end.
  expect(seen.length).toBeGreaterThan(10);
  inTurn(() => done.push(50));
  await nextTurn();
  await nextTurn();
  expect(done.at(-1)).toBe(50);
});
