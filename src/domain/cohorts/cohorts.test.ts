import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { Conflict } from '#domain/core/errors.ts';
import { createAccount } from '#tests/support/accounts.ts';
import { operator, testConfig, testContext, visitor } from '#tests/support/context.ts';
import { type TestDatabase, testDatabase } from '#tests/support/database.ts';
import { createIncident } from '#tests/support/sample-incident.ts';
import { countCohort } from './count-cohort.ts';
import { defineCohort } from './define-cohort.ts';
import { listCohorts } from './list-cohorts.ts';

let database: TestDatabase;
beforeAll(async () => {
  database = await testDatabase();
});
afterAll(() => database.close());

const ctx = () => testContext(database.db, operator, { config: testConfig({ databaseDirectUrl: database.url }) });
/** Some of what the tests hand over has no right shape. */
const cohort = (incidentSlug: string, change: object) => ({ incidentSlug, name: 'listed', dataInvolved: ['email' as const], toldFirst: false, ...change });
async function* lines(...all: string[]): AsyncGenerator<string> {
  yield* all;
}
const cohortsOf = (slug: string) => database.db.cohort.count({ where: { incident: { slug } } });
const membersOf = async (cohortId: number) =>
  (await database.db.cohortMember.findMany({ where: { cohortId }, orderBy: { accountId: 'asc' } })).map(({ accountId }) => accountId);

test('a list holds the accounts named, a rule those it describes; who is closed is in it and not counted', async () => {
  const incidentSlug = await createIncident(database.db);
  const [first, second] = [await createAccount(database.db, { market: 'NO' }), await createAccount(database.db, { market: 'FI', roles: ['support'] })];
  const closed = await createAccount(database.db, { market: 'NO', disabledAt: new Date() });
  const ids = [first, second, first, closed].map(({ id }) => String(id));
  const [{ before }] = await database.db.$queryRaw<[{ before: Date }]>`SELECT date_trunc('milliseconds', now()) AS before`;
  const listed = await defineCohort(ctx(), cohort(incidentSlug, { accountIds: ids }));
  expect(listed).toMatchObject({ size: 2, staff: 1, unmatched: [] });
  expect(listed.countedAt >= before.toISOString()).toBe(true);
  expect(await membersOf(listed.cohortId)).toEqual([first.id, second.id, closed.id]);
  expect(await defineCohort(ctx(), cohort(incidentSlug, { name: 'norway', rule: { market: 'NO' } }))).toMatchObject({ size: 1, staff: 0 });
  expect((await listCohorts(ctx(), {})).slice(0, 2)).toMatchObject([
    { incident: incidentSlug, cohort: 'norway', rule: { market: 'NO' }, size: 1, staff: 0 },
    { cohort: 'listed', rule: null, size: 2, staff: 1, countedAt: listed.countedAt },
  ]);
});

test('a file’s lines are addresses: two spellings are one mailbox, and what is nobody’s is named by its line', async () => {
  const incidentSlug = await createIncident(database.db);
  const one = await createAccount(database.db, { email: 'One@tempo.example' });
  const two = await createAccount(database.db, { email: 'jürgen@bücher.example', emailKey: 'jürgen@xn--bcher-kva.example', roles: ['author'] });
  const addresses = lines(
    '\uFEFFone@tempo.example\r',
    '',
    ' ONE@Tempo.Example ',
    'nobody@tempo.example',
    'Jürgen@BÜCHER.example',
    'no address',
    '   ',
    'x'.repeat(9_000),
    'a\0b@c.example',
  );
  const view = await defineCohort(ctx(), cohort(incidentSlug, { addresses }));
  expect(view).toMatchObject({ size: 2, staff: 1 });
  expect(view.unmatched).toEqual([
    { line: 4, typed: 'nobody@tempo.example' },
    { line: 6, typed: 'no address' },
    { line: 8, typed: 'x'.repeat(320) },
    { line: 9, typed: 'a\0b@c.example' },
  ]);
  expect(await membersOf(view.cohortId)).toEqual([one.id, two.id]);
  const audit = await database.db.auditEntry.findFirstOrThrow({ where: { subject: `cohort:${view.cohortId}` } });
  expect(audit.detail).toMatchObject({ size: 2, unmatched: 4, rule: 'list' });
  expect(JSON.stringify(audit.detail)).not.toContain('@');
});

test('lines that are nobody’s are kept before anything is changed: where they can’t be, there is no cohort', async () => {
  const incidentSlug = await createIncident(database.db);
  const { email } = await createAccount(database.db);
  const full = async () => {
    throw new Conflict('changed_elsewhere', 'The disk is full.');
  };
  const define = (keepUnmatched: () => Promise<void>, ...addresses: string[]) =>
    defineCohort(ctx(), cohort(incidentSlug, { addresses: lines(...addresses), keepUnmatched }));
  await expect(define(full, email, 'nobody@tempo.example')).rejects.toMatchObject({ message: 'The disk is full.' });
  expect(await cohortsOf(incidentSlug)).toBe(0);
  expect(await define(full, email)).toMatchObject({ size: 1 });
});

test('whatever lines there are, each is a member, empty, or named as nobody’s', async () => {
  const incidentSlug = await createIncident(database.db);
  const known = await Promise.all(Array.from({ length: 5 }, () => createAccount(database.db)));
  const line = fc.oneof(
    fc.constantFrom(...known.flatMap(({ email }) => [email, email.toUpperCase(), ` ${email}\r`])),
    fc.emailAddress(),
    fc.string({ unit: 'binary', maxLength: 30 }).map((text) => text.replaceAll('\n', '')),
  );
  let name = 0;
  await fc.assert(
    fc.asyncProperty(fc.array(line, { maxLength: 30 }), async (typed) => {
      name += 1;
      const key = (text: string) => text.trim().toLowerCase();
      const members = known.filter(({ email }) => typed.some((text) => key(text) === email)).map(({ id }) => id);
      const strangers = typed.flatMap((text, index) => (text.trim() === '' || known.some(({ email }) => key(text) === email) ? [] : [index + 1]));
      // The first line is somebody's, so that there is a list.
      const addresses = lines(known[0]?.email as string, ...typed);
      const view = await defineCohort(ctx(), cohort(incidentSlug, { name: `list-${name}`, addresses }));
      expect(view.unmatched.map(({ line: number }) => number - 1)).toEqual(strangers);
      expect(await membersOf(view.cohortId)).toEqual([...new Set([known[0]?.id, ...members])].sort((a, b) => Number(a) - Number(b)));
    }),
    { numRuns: 25 },
  );
});

test.each([
  ['neither rule nor list', {}],
  ['both', { rule: { everyone: true }, accountIds: [] }],
  ['a rule over what people change', { rule: { passwordOlderThan: '2020-01-01T00:00:00Z' } }],
  ['two rules in one', { rule: { everyone: true, market: 'NO' } }],
  ['an account that is not there', { accountIds: ['999999999'] }],
  ['no number', { accountIds: ["1'); DROP TABLE"] }],
  ['lines that are nobody’s', { addresses: lines('nobody@tempo.example', 'name,address') }],
  ['no lines', { addresses: lines() }],
  ['what is no lines', { addresses: 'a@tempo.example' }],
])('%s is refused, and no cohort is made', async (_, change) => {
  const incidentSlug = await createIncident(database.db);
  await expect(defineCohort(ctx(), cohort(incidentSlug, change))).rejects.toMatchObject({ kind: 'invalid' });
  expect(await cohortsOf(incidentSlug)).toBe(0);
});

test('a name is given once, to an incident that is there, by an operator', async () => {
  const incidentSlug = await createIncident(database.db);
  const define = (slug: string) => defineCohort(ctx(), cohort(slug, { rule: { everyone: true } }));
  const outcomes = await Promise.allSettled(Array.from({ length: 8 }, () => define(incidentSlug)));
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
  await expect(define(incidentSlug)).rejects.toMatchObject({ kind: 'conflict', reason: 'cohort_exists' });
  await expect(define('elsewhere')).rejects.toMatchObject({ kind: 'not_found' });
  await expect(countCohort(ctx(), { incidentSlug, name: 'elsewhere' })).rejects.toMatchObject({ kind: 'not_found' });
  await expect(defineCohort(testContext(database.db, visitor), {} as never)).rejects.toMatchObject({ kind: 'forbidden' });
});

test('a list that fails half way leaves neither cohort nor members', async () => {
  const incidentSlug = await createIncident(database.db);
  const { id } = await createAccount(database.db);
  await database.db.$executeRaw`ALTER TABLE "AuditEntry" ADD CONSTRAINT broken CHECK (verb NOT LIKE 'cohorts/%') NOT VALID`;
  const before = await database.db.cohortMember.count();
  await expect(defineCohort(ctx(), cohort(incidentSlug, { accountIds: [String(id)] }))).rejects.toThrow();
  await database.db.$executeRaw`ALTER TABLE "AuditEntry" DROP CONSTRAINT broken`;
  expect([await cohortsOf(incidentSlug), await database.db.cohortMember.count()]).toEqual([0, before]);
});

test('counting anew keeps the count with its time, and says with whom the cohort shares accounts', async () => {
  const incidentSlug = await createIncident(database.db);
  const [one, two] = [await createAccount(database.db, { market: 'IS' }), await createAccount(database.db, { market: 'IS', roles: ['admin'] })];
  const list = await defineCohort(ctx(), cohort(incidentSlug, { accountIds: [String(one.id)] }));
  await defineCohort(ctx(), cohort(incidentSlug, { name: 'empty', accountIds: [] }));
  const rule = await defineCohort(ctx(), cohort(incidentSlug, { name: 'iceland', rule: { market: 'IS' } }));
  expect(await countCohort(ctx(), { incidentSlug, name: 'listed' })).toMatchObject({ size: 1, staff: 0, overlaps: [{ cohort: 'iceland', accounts: 1 }] });
  await database.db.account.update({ where: { id: two.id }, data: { disabledAt: new Date() } });
  await createAccount(database.db, { market: 'IS' });
  await createAccount(database.db, { market: 'IS', roles: ['support'] });
  const counted = await countCohort(ctx(), { incidentSlug, name: 'iceland' });
  expect(counted).toMatchObject({ rule: { market: 'IS' }, size: 3, staff: 1, overlaps: [{ cohort: 'listed', accounts: 1 }] });
  expect(counted.countedAt > rule.countedAt).toBe(true);
  const row = await database.db.cohort.findUniqueOrThrow({ where: { id: rule.cohortId } });
  expect([row.size, row.staff, row.countedAt.toISOString()]).toEqual([3, 1, counted.countedAt]);
  expect(list.cohortId).not.toBe(rule.cohortId);
});
