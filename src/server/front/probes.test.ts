import { afterEach, expect, test, vi } from 'vitest';
import type { Sightings } from '#server/messages.ts';
import type { AppState } from './app-process.ts';
import { probesOf } from './probes.ts';

afterEach(() => vi.useRealTimers());

const seen = (secondsAgo: number): Sightings => {
  const at = Date.now() - secondsAgo * 1_000;
  return { database: { state: 'up', at }, mail: { state: 'down', at } };
};

function readiness(sightings: Sightings | null, { edition = 7 as number | null, disk = 'up' as 'up' | 'down', app = 'up' as AppState, mail = true } = {}) {
  return probesOf({ edition: () => edition, disk: () => disk, build: 'b', app: () => app, sightings: () => sightings, mail }).get('/readyz')?.();
}

test('what was seen of late is said, what was never looked at is unknown, and mail that is not set up is off', () => {
  expect(readiness(seen(1))).toEqual({ status: 200, body: { edition: 7, disk: 'up', build: 'b', app: 'up', database: 'up', mail: 'down' } });
  expect(readiness(null)?.body).toMatchObject({ database: 'unknown', mail: 'unknown' });
  expect(readiness(seen(1), { disk: 'down' })).toMatchObject({ status: 200, body: { disk: 'down' } });
  expect(readiness(seen(1), { mail: false })?.body).toMatchObject({ mail: 'off' });
});

test('a state that is too old is unknown and never up: an app that is frozen goes on saying nothing', () => {
  vi.useFakeTimers({ toFake: ['Date'], now: 1_000_000 });
  const sightings = seen(0);
  vi.setSystemTime(1_000_000 + 15_000);
  expect(readiness(sightings)?.body).toMatchObject({ database: 'up' });
  vi.setSystemTime(1_000_000 + 15_001);
  expect(readiness(sightings, { app: 'silent' })?.body).toMatchObject({ app: 'silent', database: 'unknown', mail: 'unknown' });
});

test('ready is whoever has an edition, whatever the app does; alive is whoever answers', () => {
  expect(readiness(seen(1), { edition: null })?.status).toBe(503);
  expect(readiness(null, { app: 'down' })?.status).toBe(200);
  expect(probesOf({ edition: () => null, disk: () => 'up', build: 'b', app: () => 'down', sightings: () => null, mail: false }).get('/healthz')?.()).toEqual({
    status: 200,
    body: { alive: true },
  });
});
