import { expect, it } from 'vitest';
import { checkNesting } from './nesting.ts';

/** Milliseconds for the quickest of three readings: others use the machine too. */
function quickest(body: string): number {
  const times = [1, 2, 3].map(() => {
    const start = performance.now();
    checkNesting(body);
    return performance.now() - start;
  });
  return Math.min(...times);
}

it.each(['>', '`', '\\`', '<a', '`` ` ', '<a "', '[', '- `', '\n```', '~~~\n', '\\'])('takes a text of 256 KiB of %j in less than a second', (part) => {
  expect(quickest(part.repeat((256 * 1024) / part.length))).toBeLessThan(1000);
});

it('takes runs of every length', () => {
  const runs = Array.from({ length: 700 }, (_, length) => '`'.repeat(length + 1)).join(' ');
  expect(quickest(runs)).toBeLessThan(1000);
});
