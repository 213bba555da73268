import { expect, test } from 'vitest';
import { sampleFacts } from '#tests/support/sample-incident.ts';
import type { AccountFacts } from '#domain/actions/action-kind.ts';
import type { ProofMethod } from '#model/proofs.ts';
import { incidentView } from './incident-view.ts';
import type { Ask, ToldIncident } from './told-incidents.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const SINCE = new Date('2026-11-22T12:00:00Z');
const later = new Date(SINCE.getTime() + 1000);

const nobody: AccountFacts = { changes: [], lastSignInAt: null, installs: [] };
const incident = (change: Partial<ToldIncident> = {}): ToldIncident => ({
  slug: 'one',
  facts: sampleFacts(),
  status: 'identified',
  published: ['en'],
  cohorts: [],
  asks: [],
  ...change,
});
const asked = (cohort: string, kind: Ask['kind'], change: Partial<Ask> = {}): Ask => ({
  cohort,
  kind,
  since: SINCE,
  proof: 'current',
  platform: null,
  fixedVersion: null,
  endsAt: null,
  ...change,
});
const upgrade = asked('android', 'upgrade_app', { platform: 'android', fixedVersion: '9.2.0' });
const app = (platform: string, version: string, daysAgo = 1) => ({ platform, version, seenAt: new Date(NOW.getTime() - daysAgo * 86_400_000) });
const inCohort = (name: string, ...dataInvolved: ToldIncident['cohorts'][number]['dataInvolved']) => ({ name, dataInvolved });
const view = (account: Partial<AccountFacts>, told: Partial<ToldIncident>) => incidentView({ ...nobody, ...account }, incident(told), NOW);

test('outside every cohort: not affected, and why; while nothing is known, still being checked', () => {
  expect(view({}, {})).toMatchObject({ state: 'not_affected', tone: 'ok', basis: [{ en: 'Your account was not read.' }], todo: [] });
  expect(view({}, { status: 'investigating' })).toMatchObject({ state: 'checking', tone: 'progress', basis: [] });
});

test('data of this account: affected, whatever else, until what is asked is done', () => {
  const cohorts = [inCohort('listed', 'name', 'email'), inCohort('everyone', 'name')];
  const asks = [asked('listed', 'change_password')];
  expect(view({}, { cohorts, asks })).toMatchObject({
    state: 'affected',
    tone: 'act',
    dataInvolved: ['name', 'email'],
    basis: [{ en: 'Why listed.' }, { en: 'Why everyone.' }],
  });
  expect(view({}, { cohorts })).toMatchObject({ state: 'affected', tone: 'recommended', todo: [] });
  expect(view({ changes: [{ at: later, proof: 'current' }] }, { cohorts, asks })).toMatchObject({
    state: 'done',
    tone: 'ok',
    dataInvolved: ['name', 'email'],
  });
});

test('asked without data: a precaution; nothing asked: nothing to do', () => {
  const cohorts = [inCohort('everyone')];
  expect(view({}, { cohorts, asks: [asked('everyone', 'sign_in_again')] })).toMatchObject({ state: 'precaution', tone: 'act' });
  expect(view({ lastSignInAt: SINCE }, { cohorts, asks: [asked('everyone', 'sign_in_again')] })).toMatchObject({
    state: 'done',
    todo: [{ done: true, doneAt: SINCE.toISOString() }],
  });
  expect(view({}, { cohorts })).toMatchObject({ state: 'nothing', tone: 'ok', basis: [{ en: 'Why everyone.' }] });
});

const before = new Date(SINCE.getTime() - 1);
test.each<[string, [Date, ProofMethod][], ProofMethod, boolean]>([
  ['no change', [], 'current', false],
  ['one from before', [[before, 'email_code']], 'current', false],
  ['one of the same instant', [[SINCE, 'current']], 'current', true],
  ['a weaker one', [[later, 'current']], 'email_code', false],
  ['one as strong', [[later, 'email_code']], 'email_code', true],
  ['a stronger one', [[later, 'email_code']], 'current', true],
  [
    'a strong one from before, and a weak one',
    [
      [before, 'email_code'],
      [later, 'current'],
    ],
    'email_code',
    false,
  ],
  [
    'a strong one, and a weak one after it',
    [
      [SINCE, 'email_code'],
      [later, 'current'],
    ],
    'email_code',
    true,
  ],
])('a password asked with a proof: %s', (_, made, proof, done) => {
  const changes = made.map(([at, given]) => ({ at, proof: given }));
  const { todo } = view({ changes }, { cohorts: [inCohort('listed')], asks: [asked('listed', 'change_password', { proof })] });
  expect(todo).toMatchObject([
    { kind: 'change_password', done, proof, reason: { en: 'Your password was tried.' }, deadline: '2026-12-01T00:00:00Z', minutes: 4 },
  ]);
});

test.each([
  ['an old app', [app('android', '9.1.0')], 'upgrade', 'act', { done: false, installed: [{ platform: 'android', version: '9.1.0' }] }],
  [
    'one old, one new',
    [app('android', '9.3.0'), app('android', '9.1.0')],
    'upgrade',
    'act',
    { done: false, installed: [{ platform: 'android', version: '9.1.0' }] },
  ],
  ['a new app', [app('android', '9.2.0'), app('ios', '9.0.0')], 'done', 'ok', { done: true }],
  ['no app', [], 'upgrade', 'recommended', { done: false, installed: [] }],
  ['an app long gone', [app('android', '9.1.0', 31)], 'upgrade', 'recommended', { done: false }],
  ['a new app long gone', [app('android', '9.2.0', 31)], 'done', 'ok', { done: true }],
  ['an old app long gone, and another platform', [app('android', '9.1.0', 31), app('ios', '9.0.0')], 'nothing', 'ok', null],
  ['another platform', [app('ios', '9.0.0')], 'nothing', 'ok', null],
])('upgrade: %s', (_, installs, state, tone, step) => {
  const seen = view({ installs }, { cohorts: [inCohort('android')], asks: [upgrade] });
  expect(seen).toMatchObject({ state, tone });
  expect(seen.todo).toMatchObject(step ? [{ kind: 'upgrade_app', platform: 'android', fixedVersion: '9.2.0', deadline: '2026-11-30T00:00:00Z', ...step }] : []);
});

test('what several cohorts ask alike is one step, as the strictest open one says; the order is the order to do it in', () => {
  const asks = [
    upgrade,
    asked('listed', 'change_password'),
    asked('everyone', 'change_password', { proof: 'email_code', since: later }),
    asked('everyone', 'sign_in_again'),
  ];
  const seen = view({ changes: [{ at: later, proof: 'current' }] }, { cohorts: [inCohort('listed'), inCohort('everyone'), inCohort('android')], asks });
  expect(seen.todo.map(({ kind, done, proof }) => [kind, done, proof])).toEqual([
    ['sign_in_again', false, undefined],
    ['change_password', false, 'email_code'],
    ['upgrade_app', false, undefined],
  ]);
});
