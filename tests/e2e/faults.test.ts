import { setTimeout as later } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openDatabase } from '#domain/core/postgres/database.ts';
import { announceProcess } from '#domain/processes/announce-process.ts';
import { freeLostJobs } from '#domain/processes/free-lost-jobs.ts';
import { childrenOf } from '#scripts/support/processes.ts';
import { waitFor } from '#scripts/support/wait-for.ts';
import { type Answer, type Balancer, balancer } from '#tests/support/faults/balancer.ts';
import { changesByCode, changesPasswords, newPerson, type Person } from '#tests/support/faults/people.ts';
import { HOST, type TwoInstances, twoInstances } from '#tests/support/faults/two-instances.ts';
import { type SmtpSink, smtpSink } from '#tests/support/mail/smtp-sink.ts';

/** Within so long a private path answers, whatever has become of the rest: some five seconds, and what a busy machine adds. */
const PRIVATE_MS = 10_000;
const FROZEN_MS = 4_000;
const WELL_WITHIN_MS = 30_000;
/** An impatient worker of another machine: the product's own waits for a minute. Longer than whoever lives is silent here. */
const PACE = { beatMs: 500, goneMs: 15_000 };
const PUBLIC = ['/', '/de', '/advisories', '/ar/advisories', '/feed.atom', '/live.json'];

let sink: SmtpSink;
let site: TwoInstances;
let front: Balancer;
let database: ReturnType<typeof openDatabase>;
let people: Person[];
let askers: Person[];

beforeAll(async () => {
  sink = await smtpSink();
  // So that mails are under way at any moment.
  sink.slowness = 400;
  site = await twoInstances(sink.port);
  database = openDatabase(site.databaseUrl);
  people = await Promise.all([1, 2, 3].map(() => newPerson(database.db)));
  askers = await Promise.all(Array.from({ length: 12 }, () => newPerson(database.db)));
  front = balancer(
    HOST,
    site.instances.map(({ port }) => port),
  );
  await untilWell();
});
afterAll(async () => {
  front?.close();
  await database?.close();
  await site?.close();
  await sink?.close();
});

interface Ready {
  edition: number;
  app: string;
  database: string;
  mail: string;
}
const readyz = async (port: number) => (await (await fetch(`http://127.0.0.1:${port}/readyz`)).json()) as Ready;
const working = () =>
  database.db.$queryRaw<unknown[]>`SELECT 1 FROM "Process" WHERE kind = 'work' AND host <> 'test' AND "seenAt" > now() - interval '6 seconds'`;
const lockedJobs = () => database.db.$queryRaw<unknown[]>`SELECT 1 FROM graphile_worker.jobs WHERE locked_by IS NOT NULL`;

/** Both instances and the worker do all that they are for. */
const untilWell = () =>
  waitFor(
    async () => {
      const states = await Promise.all(site.instances.map(({ port }) => readyz(port)));
      return (
        states.every((state) => state.edition === 1 && state.app === 'up' && state.database === 'up' && state.mail === 'up') && (await working()).length > 0
      );
    },
    WELL_WITHIN_MS,
    () => [site.worker, ...site.instances.map(({ child }) => child)].map((child) => child.lastLines()).join('\n\n'),
  );

const one = () => site.instances[0]?.child.pid() as number;
const app = async () => (await childrenOf(one()))[0]?.pid as number;
const worker = () => site.worker.pid() as number;
const untilLocked = () =>
  waitFor(
    async () => (await lockedJobs()).length > 0,
    10_000,
    () => 'No mail is under way.',
  );

async function kill(pid: number): Promise<void> {
  process.kill(pid, 'SIGKILL');
  await later(500);
}

async function freeze(...pids: number[]): Promise<void> {
  for (const pid of pids) tell(pid, 'SIGSTOP');
  await later(FROZEN_MS);
  for (const pid of pids.reverse()) tell(pid, 'SIGCONT');
}

/** A connection's process may have ended since it was looked up. */
function tell(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}

async function postgresPids(): Promise<number[]> {
  const pid = await site.postgresPid();
  return [pid, ...(await childrenOf(pid)).map((child) => child.pid)];
}

const FAULTS: [name: string, hit: () => Promise<void>][] = [
  ['the worker is killed while a mail goes out', async () => untilLocked().then(() => kill(worker()))],
  ['the worker freezes while a mail goes out', async () => untilLocked().then(() => freeze(worker()))],
  ['the app is killed', async () => kill(await app())],
  ['the app freezes', async () => freeze(await app())],
  ['the front is killed', async () => kill(one())],
  ['the front freezes', async () => freeze(one())],
  ['PostgreSQL is killed', async () => kill(await site.postgresPid())],
  ['PostgreSQL freezes', async () => freeze(...(await postgresPids()))],
];

test('whatever is killed or freezes: public pages answer, nothing acknowledged is lost, and all is well again by itself', async () => {
  const failures: string[] = [];
  const privately: { fault: string; what: string; began: number; answer: Answer | null }[] = [];
  let going = true;
  let read = 0;
  let fault = 'none';
  const reads = async () => {
    while (going) {
      const path = PUBLIC[read % PUBLIC.length] as string;
      read += 1;
      const answer = await front.read(path);
      if (answer?.status !== 200) failures.push(`${path} while ${fault}: ${answer?.status ?? 'no answer'}`);
      await later(10);
    }
  };
  const world = {
    balancer: front,
    sink,
    going: () => going,
    saw: (what: string, began: number, answer: Answer | null) => void privately.push({ fault, what, began, answer }),
  };
  const another = announceProcess({
    db: database.db,
    id: 'test',
    kind: 'work',
    host: 'test',
    build: 'test',
    pace: PACE,
    onRenewed: async (inARow) => {
      if (inARow % 6 === 0) await freeLostJobs(database.db, PACE.goneMs);
    },
  });
  const load = Promise.all([reads(), reads(), ...people.map((person) => changesPasswords(person, world)), askOneByOne()]);
  async function askOneByOne(): Promise<void> {
    for (const person of askers) await changesByCode(person, world);
  }

  for (const [name, hit] of FAULTS) {
    fault = name;
    await hit();
    await untilWell();
    // What began in the trouble has had its time to end.
    await later(1_000);
  }
  going = false;
  await load;
  const left = () => database.db.$queryRaw<unknown[]>`SELECT id, locked_by, attempts, max_attempts, last_error FROM graphile_worker.jobs`;
  await waitFor(
    async () => (await left()).length === 0,
    90_000,
    () => `Jobs are left.\n${site.worker.lastLines()}`,
  );
  await another.close();

  expect(failures).toEqual([]);
  expect(read).toBeGreaterThan(500);
  for (const { fault: during, what, answer } of privately) {
    // Who had sent something to a front that was lost waits for that front.
    if (during.startsWith('the front')) continue;
    const said = `${what} while ${during}: ${answer?.status ?? 'no answer'} ${answer?.retryAfter} ${answer?.ms}`;
    expect(answer && (answer.status < 500 || (answer.status === 503 && answer.retryAfter !== null)), said).toBe(true);
    expect(answer?.ms, said).toBeLessThan(PRIVATE_MS);
  }

  const sent = new Set(sink.mails.map(({ messageId }) => messageId));
  for (const person of [...people, ...askers]) {
    const changes = await database.db.passwordChange.findMany({ where: { accountId: person.id } });
    expect(changes.length).toBeGreaterThanOrEqual(person.changed);
    for (const { at } of changes) expect(sent).toContain(`<password-changed.${person.id}.${at.getTime()}@${HOST}>`);
    if (person.codesAsked > 0)
      expect(sink.mails.filter(({ to, messageId }) => to === person.email && messageId.startsWith('<code.')).length).toBeGreaterThan(0);
    // The last password that they were told of, or one of which they never heard.
    const answers = await Promise.all(
      [person.password, ...person.doubtful].map((password) => front.send({ path: '/sign-in', form: { email: person.email, password } })),
    );
    expect(answers.map((answer) => answer?.status)).toContain(303);
  }
  expect(people.every(({ changed }) => changed > 5) && askers.some(({ changed }) => changed > 0)).toBe(true);
  expect(await Promise.all(site.instances.map(({ port }) => readyz(port)))).toMatchObject(
    site.instances.map(() => ({ edition: 1, app: 'up', database: 'up', mail: 'up' })),
  );
}, 300_000);
