import pino from 'pino';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { type Answered, accessLog } from './access-log.ts';

beforeEach(() => vi.useFakeTimers());
afterEach(() => vi.useRealTimers());

const answer: Answered = { requestId: 'an-id', method: 'GET', route: '/advisories/:slug', status: 200, bytes: 10, ms: 0.123 };

function logged(level = 'info') {
  const lines: Record<string, unknown>[] = [];
  return { lines, log: accessLog(pino({ level }, { write: (line: string) => lines.push(JSON.parse(line)) })) };
}

test('a line says route, status, duration, length and the request’s id', () => {
  const { lines, log } = logged();
  log.answered(answer);
  expect(lines).toMatchObject([{ ...answer, ms: 0.1, msg: 'request' }]);
});

test('a crowd is counted by route and status, a second at a time, and the app’s answers keep their lines', () => {
  const { lines, log } = logged();
  for (let time = 0; time < 5_000; time += 1) log.answered(time % 5 === 0 ? { ...answer, status: 304, bytes: 0 } : answer);
  log.handedOn({ ...answer, route: '/account' });
  expect(lines).toHaveLength(201);
  vi.advanceTimersByTime(1_000);
  expect(lines.slice(201)).toMatchObject([
    { route: '/advisories/:slug', status: 304, count: 960, bytes: 0, msg: 'more requests' },
    { route: '/advisories/:slug', status: 200, count: 3_840, bytes: 38_400, msg: 'more requests' },
  ]);
  log.answered(answer);
  expect(lines.at(-1)).toMatchObject({ requestId: 'an-id' });
  vi.advanceTimersByTime(1_000);
  expect(lines).toHaveLength(204);
});

test('nothing is counted for a level that tells nothing', () => {
  const { lines, log } = logged('error');
  for (let time = 0; time < 300; time += 1) log.answered(answer);
  vi.advanceTimersByTime(1_000);
  expect(lines).toEqual([]);
});
