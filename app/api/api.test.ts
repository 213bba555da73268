import { expect, test } from 'vitest';
import * as route from './[[...rest]]/route.ts';

test('the app itself has nothing below /api, whoever asks it', async () => {
  expect(Object.keys(route).sort()).toEqual(['GET', 'POST']);
  for (const answer of [route.GET(), route.POST()]) {
    expect([answer.status, await answer.json()]).toEqual([404, { error: 'not_found' }]);
    expect([answer.headers.get('cache-control'), answer.headers.get('x-content-type-options')]).toEqual(['no-store', 'nosniff']);
  }
});
