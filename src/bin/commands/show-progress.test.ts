import { expect, test } from 'vitest';
import { showProgress } from './show-progress.ts';

function shown({ isTTY }: { isTTY: boolean }) {
  let now = 0;
  const written: string[] = [];
  const progress = showProgress({ isTTY, write: (text) => written.push(text) }, () => now);
  const at = (ms: number, what: string, done: number, total?: number) => {
    now = ms;
    progress.show(what, done, total);
  };
  return { written, at, end: () => progress.end() };
}

test('what is over within a second says nothing', () => {
  const { written, at, end } = shown({ isTTY: true });
  at(0, 'Reading', 0, 10);
  at(900, 'Reading', 10, 10);
  end();
  expect(written).toEqual([]);
});

test('a terminal sees one line with rate and time left, which is gone at the end', () => {
  const { written, at, end } = shown({ isTTY: true });
  at(0, 'Reading', 0, 600_000);
  at(2_000, 'Reading', 200_000, 600_000);
  at(2_100, 'Reading', 210_000, 600_000);
  at(4_000, 'Reading', 400_000, 600_000);
  end();
  expect(written).toEqual([
    '\rReading  200,000 of 600,000, 100,000 a second, 4 s left\x1b[K',
    '\rReading  400,000 of 600,000, 100,000 a second, 2 s left\x1b[K',
    '\r\x1b[K',
  ]);
});

test('a log gets a line every five seconds; an unknown end has no time left', () => {
  const { written, at, end } = shown({ isTTY: false });
  for (let second = 0; second <= 8; second += 1) at(second * 1000, 'Reading', second * 50);
  at(8_500, 'Merging', 0, 100);
  at(9_600, 'Merging', 0, 100);
  end();
  expect(written).toEqual(['Reading  50, 50 a second\n', 'Reading  300, 50 a second\n', 'Merging  0 of 100, 0 a second\n']);
});
