import { expect, test } from 'vitest';
import { SAMPLE_STATES } from '#model/team/sample-states.ts';
import { sampleFacts } from '#tests/support/sample-incident.ts';
import { sampleAccount } from './sample-account.ts';

const NOW = new Date('2026-11-21T08:00:00Z');
const told = (facts = sampleFacts()) => ({ slug: 'access', facts, status: 'identified' as const, published: ['en' as const], host: 'tempo.example' });

test.each(SAMPLE_STATES)('an account of the state %s is told that, or nobody is', (state) => {
  const view = sampleAccount(state, told(), NOW);
  if (view) expect(view.incidents[0]?.state).toBe(state);
});

test('the facts of the sample incident have somebody for most of the states; without cohorts there is nobody who is asked', () => {
  expect(SAMPLE_STATES.filter((state) => sampleAccount(state, told(), NOW) !== null).length).toBeGreaterThanOrEqual(5);
  const bare = told({ ...sampleFacts(), cohorts: [], actions: [] });
  expect(SAMPLE_STATES.filter((state) => sampleAccount(state, bare, NOW) !== null)).toEqual(['not_affected', 'checking']);
});
