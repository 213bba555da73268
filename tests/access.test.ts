import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { access } from '#domain/core/access.ts';
import type { Actor } from '#domain/core/context.ts';
import { Forbidden } from '#domain/core/errors.ts';
import type { Callable } from '#domain/core/verb.ts';
import type { Role } from '#generated/prisma/client.ts';
import { openDatabase } from '#domain/core/database.ts';
import { operator, system, testConfig, testContext, visitor } from '#tests/support/context.ts';

const customer = (roles: Role[] = [], restricted = false): Actor => ({ kind: 'customer', accountId: 1n, sessionId: 'none', roles, restricted });

const actors: Record<string, Actor> = {
  visitor,
  customer: customer(),
  restricted: customer([], true),
  author: customer(['author']),
  approver: customer(['approver']),
  responder: customer(['responder']),
  support: customer(['support']),
  admin: customer(['admin']),
  'restricted admin': customer(['admin'], true),
  operator,
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
  .filter((value): value is Callable<unknown> => typeof value === 'function' && 'verbName' in value);

/** Runs a verb for real; its permission is asked before anything else happens. */
async function isRefused(call: Callable<unknown>, actor: Actor): Promise<boolean> {
  const config = testConfig({ contentDir: '/nowhere', dataDir: '/nowhere' });
  return call(testContext(db, actor, { config }), {}).then(
    () => false,
    (error) => error instanceof Forbidden,
  );
}

test('each verb and query lives in the file that it is named after', () => {
  expect(calls.map(({ verbName }) => `src/domain/${verbName}.ts`).sort()).toEqual([...files].sort());
});

test('no row of the table stands for nothing', () => {
  const used = new Set<string>(calls.map(({ may }) => may));
  expect(Object.keys(access).filter((row) => !used.has(row))).toEqual([]);
});

test('who may do what', async () => {
  const lines: string[] = [];
  for (const call of [...calls].sort((a, b) => a.verbName.localeCompare(b.verbName))) {
    const allowed: string[] = [];
    for (const [name, actor] of Object.entries(actors)) if (!(await isRefused(call, actor))) allowed.push(name);
    lines.push(`${call.verbName} (${call.may}): ${allowed.join(', ') || 'nobody'}`);
  }
  expect(lines).toMatchInlineSnapshot(`
    [
      "accounts/create-account (account:create): operator",
      "accounts/read-addressee (mail:send): system",
      "actions/activate-action (action:activate): operator",
      "actions/withdraw-action (action:activate): operator",
      "cohorts/define-cohort (cohort:define): operator",
      "credentials/email-code/issue-code (mail:send): system",
      "credentials/email-code/send-code (account:password): customer, restricted, author, approver, responder, support, admin, restricted admin",
      "password-change/change-password (account:password): customer, restricted, author, approver, responder, support, admin, restricted admin",
      "password-change/prove-ownership (account:password): customer, restricted, author, approver, responder, support, admin, restricted admin",
      "password-change/read-change (account:password): customer, restricted, author, approver, responder, support, admin, restricted admin",
      "password-change/read-guide (account:password): customer, restricted, author, approver, responder, support, admin, restricted admin",
      "publishing/publish (content:publish): operator",
      "publishing/push (content:push): operator",
      "sessions/end-session (session:manage): customer, author, approver, responder, support, admin",
      "sessions/enrol (account:enrol): visitor, customer, restricted, author, approver, responder, support, admin, restricted admin",
      "sessions/read-activity (account:activity): customer, author, approver, responder, support, admin",
      "sessions/sign-in (session:start): visitor, customer, restricted, author, approver, responder, support, admin, restricted admin",
      "sessions/sign-out (session:own): customer, restricted, author, approver, responder, support, admin, restricted admin",
      "status/read-status (account:status): customer, restricted, author, approver, responder, support, admin, restricted admin",
    ]
  `);
}, 30_000);
