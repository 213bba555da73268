import { expect, test } from 'vitest';
import { ACCOUNT_STATES } from '#model/team/account-states.ts';
import { sampleFacts } from '#tests/support/sample-incident.ts';
import { toldAccount } from './told-account.ts';

const NOW = new Date('2026-11-21T08:00:00Z');
const told = (facts = sampleFacts()) => ({ slug: 'access', facts, status: 'identified' as const, published: ['en' as const], host: 'tempo.example' });

test.each(ACCOUNT_STATES)('an account of the state %s is told that, or nobody is', (state) => {
  const view = toldAccount(state, told(), NOW);
  if (view) expect(view.incidents[0]?.state).toBe(state);
});

test('the facts of the sample incident have somebody for most of the states; without cohorts there is nobody who is asked', () => {
  expect(ACCOUNT_STATES.filter((state) => toldAccount(state, told(), NOW) !== null).length).toBeGreaterThanOrEqual(5);
  const bare = told({ ...sampleFacts(), cohorts: [], actions: [] });
  expect(ACCOUNT_STATES.filter((state) => toldAccount(state, bare, NOW) !== null)).toEqual(['not_affected', 'checking']);
});
