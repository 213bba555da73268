import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { access, authorise, type Rule } from '#domain/core/access.ts';
import type { AccountActor, Actor, AuthenticationLevel } from '#domain/core/context.ts';
import { openDatabase } from '#domain/core/postgres/database.ts';
import { Forbidden } from '#domain/core/errors.ts';
import type { Callable } from '#domain/core/verb.ts';
import type { Role } from '#model/roles.ts';
import { operator, system, testConfig, testContext, visitor } from '#tests/support/context.ts';

const NOW = new Date('2026-11-24T12:00:00Z');
const account = (roles: Role[] = [], session: AccountActor['session'] = 'full'): AccountActor => {
  return { kind: 'account', accountId: 1n, sessionId: 'none', roles, session, hasFactor: false, authenticated: { at: NOW, level: 'password' } };
};
const service = (...scopes: string[]): Actor => ({ kind: 'service', tokenId: '1', scopes });

const actors: Record<string, Actor> = {
  visitor,
  customer: account(),
  restricted: account([], 'restricted'),
  author: account(['author']),
  approver: account(['approver']),
  responder: account(['responder']),
  support: account(['support']),
  admin: account(['admin']),
  'restricted admin': account(['admin'], 'restricted'),
  half: account([], 'half'),
  enrolling: account(['author'], 'enrolling'),
  operator,
  service: service('everything'),
  system,
};

/** Nobody listens there: whoever is let through fails for another reason, and nothing is read or written. */
const { db, close } = openDatabase('postgres://nobody@127.0.0.1:1/none');
afterAll(close);

const files = readdirSync('src/domain', { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts') && !entry.name.endsWith('.test.ts'))
  .map((entry) => join(entry.parentPath, entry.name))
  .filter((path) => path !== 'src/domain/core/verb.ts' && /(?:=|^) *(?:verb|query)\(\{$/m.test(readFileSync(path, 'utf8')));
const modules = await Promise.all(files.map((path) => import(join('..', path)) as Promise<Record<string, unknown>>));
const calls = modules
  .flatMap((module) => Object.values(module))
  .filter((value): value is Callable<never, unknown> => typeof value === 'function' && 'verbName' in value);

/** Runs a verb for real; its permission is asked before anything else happens. */
async function isRefused(call: Callable<never, unknown>, actor: Actor): Promise<boolean> {
  const config = testConfig({ contentDir: '/nowhere', dataDir: '/nowhere' });
  return call(testContext(db, actor, { config, now: NOW }), {} as never).then(
    () => false,
    (error: unknown) => error instanceof Forbidden,
  );
}

test('each verb and query lives in the file that it is named after', () => {
  expect(calls.map(({ verbName }) => `src/domain/${verbName}.ts`).sort()).toEqual([...files].sort());
});

test('no row of the table stands for nothing', () => {
  const used = new Set<string>(calls.map(({ verbName }) => verbName));
  expect(Object.keys(access).filter((row) => !used.has(row))).toEqual([]);
});

test('a door leads to every verb: a page, a command or a job', () => {
  const doors = ['app', 'src/bin', 'src/jobs']
    .flatMap((root) => readdirSync(root, { recursive: true, withFileTypes: true }))
    .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name) && !/\.test\.tsx?$/.test(entry.name))
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'utf8'));
  expect(calls.filter(({ verbName }) => !doors.some((text) => text.includes(`'#domain/${verbName}.ts'`))).map(({ verbName }) => verbName)).toEqual([]);
});

test.each<[string, Rule, Actor, Forbidden['reason'] | null]>([
  ['another kind of actor', { who: 'operator', refusal: 'plain' }, account(['admin']), 'role'],
  ['a visitor, who is led to the sign-in', { who: 'account', refusal: 'plain' }, visitor, 'signed_out'],
  ['a role that is not among those named', { who: 'account', roles: ['approver', 'admin'], refusal: 'plain' }, account(['author']), 'role'],
  ['one of the roles named', { who: 'account', roles: ['approver', 'admin'], refusal: 'plain' }, account(['author', 'approver']), null],
  ['a restricted session, unless the rule says otherwise', { who: 'account', refusal: 'plain' }, account([], 'restricted'), 'restricted'],
  ['half a session', { who: 'account', session: ['restricted'], refusal: 'plain' }, account([], 'half'), 'half'],
  ['one of the team without a second factor', { who: 'account', refusal: 'plain' }, account(['admin'], 'enrolling'), 'enrolling'],
  ['a restricted session where it may', { who: 'account', session: ['restricted'], refusal: 'plain' }, account([], 'restricted'), null],
  ['a token without the scope', { who: 'service', scope: 'read', refusal: 'plain' }, service('write'), 'role'],
  ['a token where no scope is named', { who: 'service', refusal: 'plain' }, service('read'), 'role'],
  ['a token with the scope', { who: 'service', scope: 'read', refusal: 'plain' }, service('write', 'read'), null],
])('%s', (_, rule, actor, reason) => {
  const outcome = () => authorise(actor, rule, NOW);
  if (reason === null) expect(outcome).not.toThrow();
  else expect(outcome).toThrow(expect.objectContaining({ reason }));
});

test.each<[string, Role[], boolean, number, AuthenticationLevel, boolean]>([
  ['a customer', [], false, 15, 'password', true],
  ['a customer', [], false, 15.1, 'password', false],
  ['a customer with a second factor', [], true, 1, 'password', false],
  ['a customer with a second factor', [], true, 15, 'factor', true],
  ['one of the team', ['approver'], true, 5, 'factor', true],
  ['one of the team', ['approver'], true, 5.1, 'factor', false],
  ['one of the team', ['approver'], true, 1, 'password', false],
])('what asks for a step-up: %s, %j with a factor %s, %d minutes ago by %s: %s', (_, roles, hasFactor, minutes, level, may) => {
  const rule: Rule = { who: 'account', stepUp: true, refusal: 'audited' };
  const actor = { ...account(roles), hasFactor, authenticated: { at: new Date(NOW.getTime() - minutes * 60_000), level } };
  const outcome = () => authorise(actor, rule, NOW);
  if (may) expect(outcome).not.toThrow();
  else expect(outcome).toThrow(expect.objectContaining({ reason: 'step_up' }));
});

test('who may do what', async () => {
  const lines: string[] = [];
  for (const call of [...calls].sort((a, b) => a.verbName.localeCompare(b.verbName))) {
    const allowed: string[] = [];
    for (const [name, actor] of Object.entries(actors)) if (!(await isRefused(call, actor))) allowed.push(name);
    lines.push(`${call.verbName}: ${allowed.join(', ') || 'nobody'}`);
  }
  expect(lines).toMatchInlineSnapshot(`
    [
      "accounts/create-account: operator",
      "accounts/disable-account: operator",
      "accounts/enable-account: operator",
      "accounts/erase-account: operator",
      "accounts/import/import-accounts: operator",
      "accounts/list-accounts: operator",
      "accounts/read-addressee: system",
      "accounts/set-roles: operator",
      "actions/activate-action: operator",
      "actions/list-actions: operator",
      "actions/pause-action: operator",
      "actions/resume-action: operator",
      "actions/withdraw-action: operator",
      "address-change/ask-for-address: customer, author, approver, responder, support, admin",
      "address-change/ask-take-back: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "address-change/change-address: customer, author, approver, responder, support, admin",
      "address-change/read-address: customer, author, approver, responder, support, admin",
      "address-change/take-back: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "audit/export-log: operator",
      "audit/verify-log: operator",
      "beginnings/read-beginnings: author, approver, admin",
      "beginnings/start-incident: author, approver, admin",
      "beginnings/start-note: author, approver, admin",
      "beginnings/start-update: author, approver, admin",
      "cohorts/count-cohort: operator",
      "cohorts/define-cohort: operator",
      "cohorts/list-cohorts: operator",
      "credentials/breaches/record-answer: system",
      "credentials/email-code/issue-code: system",
      "credentials/email-code/send-code: customer, restricted, author, approver, responder, support, admin, restricted admin",
      "credentials/factor/read-factors: customer, author, approver, responder, support, admin, enrolling",
      "credentials/factor/reset-factors: operator",
      "credentials/passkey/add-passkey: customer, author, approver, responder, support, admin, enrolling",
      "credentials/passkey/remove-passkey: customer, author, approver, responder, support, admin",
      "credentials/passkey/start-passkey: customer, author, approver, responder, support, admin, enrolling",
      "credentials/recovery-code/make-recovery-codes: customer, author, approver, responder, support, admin",
      "credentials/totp/confirm-totp: customer, author, approver, responder, support, admin, enrolling",
      "credentials/totp/read-totp-setup: customer, author, approver, responder, support, admin, enrolling",
      "credentials/totp/remove-totp: customer, author, approver, responder, support, admin",
      "credentials/totp/start-totp: customer, author, approver, responder, support, admin, enrolling",
      "drafts/accounts/preview-account: author, approver, admin",
      "drafts/check-draft: author, approver, admin",
      "drafts/discard-draft: author, approver, admin",
      "drafts/preview-draft: author, approver, admin",
      "drafts/read-discard: author, approver, admin",
      "drafts/read-draft: author, approver, admin",
      "drafts/rename/read-rename: author, approver, admin",
      "drafts/rename/rename-draft: author, approver, admin",
      "drafts/save-draft: author, approver, admin",
      "drafts/say-here: author, approver, admin",
      "drafts/start-draft: author, approver, admin",
      "facts-drafts/read-facts-draft: author, approver, admin",
      "facts-drafts/save-facts-fields: author, approver, admin",
      "facts-drafts/save-facts-source: author, approver, admin",
      "history/newest-events: author, approver, admin",
      "history/read-history: author, approver, admin",
      "history/record/read-record: approver, responder, admin",
      "kept-forms/keep-form: author, approver, responder, support, admin",
      "kept-forms/take-form: author, approver, responder, support, admin",
      "keys/make-key: approver, admin",
      "keys/read-keys: approver, admin",
      "keys/revoke-key: approver, admin",
      "password-change/ask-proof-passkey: customer, restricted, author, approver, responder, support, admin, restricted admin",
      "password-change/change-password: customer, restricted, author, approver, responder, support, admin, restricted admin",
      "password-change/prove-ownership: customer, restricted, author, approver, responder, support, admin, restricted admin",
      "password-change/read-change: customer, restricted, author, approver, responder, support, admin, restricted admin",
      "password-change/read-guide: customer, restricted, author, approver, responder, support, admin, restricted admin",
      "posts/pictures/add-picture: author, approver, admin",
      "posts/pictures/drop-picture: author, approver, admin",
      "posts/pictures/list-pictures: author, approver, admin",
      "posts/pictures/may-add: author, approver, admin",
      "posts/pictures/read-picture: author, approver, admin",
      "publishing/approved/publish-alone: admin",
      "publishing/approved/published-paths: system",
      "publishing/approved/read-publishable: author, approver, admin",
      "publishing/approved/record-check: system",
      "publishing/late/say-late: system",
      "publishing/publish: operator",
      "publishing/publish-approved: author, approver, admin",
      "publishing/pull/read-picture: operator",
      "publishing/pull/read-pull: operator",
      "publishing/push: operator",
      "publishing/read-push: operator",
      "publishing/scheduled/miss-schedule: system",
      "publishing/scheduled/next-due: system",
      "publishing/scheduled/publish-scheduled: system",
      "publishing/scheduled/put-away-missed: author, approver, admin",
      "publishing/scheduled/read-schedule-mail: system",
      "publishing/scheduled/schedule-publication: author, approver, admin",
      "publishing/scheduled/stop-schedule: author, approver, admin",
      "recovery/ask-recovery: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "recovery/ask-recovery-passkey: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "recovery/give-code: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "recovery/give-recovery-factor: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "recovery/read-recovery: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "recovery/set-recovered-password: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "review-links/comment-outside: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "review-links/make-link: author, approver, admin",
      "review-links/open-link: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "review-links/outside-page: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "review-links/read-links: author, approver, admin",
      "review-links/read-outside: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "review-links/revoke-link: author, approver, admin",
      "review/again/publish-earlier: approver, admin",
      "review/approve: approver, admin",
      "review/comment: author, approver, admin",
      "review/read-review-mail: system",
      "review/read-submission: author, approver, admin",
      "review/read-verdict: author, approver, admin",
      "review/send-back: approver, admin",
      "review/submit-draft: author, approver, admin",
      "review/submit-push: operator",
      "sessions/ask-passkey: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "sessions/end-all-sessions: operator",
      "sessions/end-other-sessions: customer, restricted, author, approver, responder, support, admin, restricted admin",
      "sessions/end-session: customer, restricted, author, approver, responder, support, admin, restricted admin",
      "sessions/end-sessions: customer, restricted, author, approver, responder, support, admin, restricted admin",
      "sessions/read-activity: customer, restricted, author, approver, responder, support, admin, restricted admin",
      "sessions/report-session: customer, restricted, author, approver, responder, support, admin, restricted admin",
      "sessions/sign-in: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "sessions/sign-in-by-passkey: visitor, customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "sessions/sign-out: customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "sessions/step-up: customer, restricted, author, approver, responder, support, admin, restricted admin, half, enrolling",
      "status/preview-cohort: operator",
      "status/read-status: customer, restricted, author, approver, responder, support, admin, restricted admin",
      "status/show-account: operator",
      "studio/go-to: author, approver, admin",
      "studio/read-front-page: author, approver, admin",
      "studio/read-incidents: author, approver, admin",
      "studio/read-notes: author, approver, admin",
      "studio/read-shortcuts: author, approver, responder, support, admin",
      "studio/set-shortcuts: author, approver, responder, support, admin",
      "studio/warn-of-promises: system",
      "translations/follow-source: author, approver, admin",
      "translations/list-translations: author, approver, admin",
      "translations/read-source: author, approver, admin",
      "your-data/download-data: customer, author, approver, responder, support, admin",
    ]
  `);
});
