import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Config, readConfig } from '#config';
import { DEFAULT_LOCALE, inLocale } from '#paths';
import { access, type VerbName } from '#domain/core/access.ts';
import { type Attack, attack, FIRST, PATHS } from '#tests/support/fuzz/attack.ts';
import { MARK } from '#tests/support/fuzz/hostile.ts';
import { faultsOf, wrongChanges } from '#tests/support/fuzz/judge.ts';
import { peopleOf } from '#tests/support/fuzz/people.ts';
import { jarOf, pathOf, send } from '#tests/support/fuzz/send.ts';
import { deedReader, stateOf, verbsOf } from '#tests/support/fuzz/states.ts';
import { tableReader } from '#tests/support/fuzz/table-states.ts';
import { type ServedStory, serveStory } from '#tests/support/story.ts';

/** `npm run fuzz` says how long, and with which seed. */
const MINUTES = Number(process.env.FUZZ_MINUTES ?? 1);
const SEED = Number(process.env.FUZZ_SEED ?? Math.floor(Math.random() * 2 ** 31));

let site: ServedStory;
let config: Config;
let people: Awaited<ReturnType<typeof peopleOf>>;
let tables: Awaited<ReturnType<typeof tableReader>>;
let deeds: Awaited<ReturnType<typeof deedReader>>;
beforeAll(async () => {
  site = await serveStory({ TRUSTED_PROXIES: '127.0.0.1' });
  // Nothing but what is sent changes anything.
  await site.worker.stop();
  config = readConfig(site.env);
  people = await peopleOf(site);
  tables = await tableReader(site.database.db);
  deeds = await deedReader(site.database.db);
});
afterAll(() => site?.close());

/** Milliseconds after which a busy machine is asked again. */
const BUSY_MS = 3_000;

/** How often what was answered. */
const met = new Map<string, number>();
/** Answers of the first attacks: without them the forms would not be filled in rightly, and little be proved by the rest. */
const REACHED = ['GET /account 200', '403', '404', '409', '422'];
/** By which verbs anything was changed. */
const done = new Set<VerbName>();
const secrets = new Set<string>();

/** On a machine that does too much else the database may come too late: what is sent makes no 503, or it does so again. */
async function prove(thrown: Attack): Promise<void> {
  if (await isServed(thrown)) return;
  await setTimeout(BUSY_MS);
  expect(await isServed(thrown), 'served, and not refused with 503').toBe(true);
}

async function isServed({ as, source, keepsCookie, steps }: Attack): Promise<boolean> {
  const person = await people.enter(as);
  const { id } = person.account;
  const rows = async () => ({ states: await tables.states(id), account: await tables.account(id) });
  try {
    const jar = jarOf(person, keepsCookie);
    await deeds();
    let before = await rows();
    for (const step of steps) {
      const state = await stateOf(site.database.db, config, jar);
      const answer = await send(new URL(site.url), step, person, jar, source);
      const after = await rows();
      if (answer?.status === 503) return false;
      const path = pathOf(step);
      const faults = answer === null ? [] : faultsOf({ step, path, state, answer, secrets: person.secrets });
      const did = await deeds();
      for (const verb of did) done.add(verb);
      const changes = wrongChanges({ state, deeds: did, step, path, answer, before, after });
      expect({ status: answer?.status, faults, changes }).toEqual({ status: answer?.status, faults: [], changes: [] });
      for (const what of [`${answer?.status}`, `${step.method} ${inLocale(path, DEFAULT_LOCALE)} ${answer?.status}`]) met.set(what, (met.get(what) ?? 0) + 1);
      before = after;
    }
    return true;
  } finally {
    for (const secret of person.secrets) secrets.add(secret);
    await people.leave(person);
  }
}

test(
  'whatever is sent, the answer is whole and ours, and only a rightly filled form changes anything',
  async () => {
    console.log(`fuzz: ${MINUTES} min, ${PATHS.length} addresses, again with: npm run fuzz -- --seed ${SEED}`);
    const audited = await tables.audited();
    const sent = fc.asyncProperty(attack, prove);
    await fc.assert(sent, { seed: SEED, examples: FIRST.map((first): [Attack] => [first]), numRuns: FIRST.length });
    expect(REACHED.filter((what) => !met.has(what))).toEqual([]);
    // The team's forms are those of tests/e2e/{studio,editor,review}.test.ts.
    const everybodys = [...verbsOf('none'), ...verbsOf('full')].filter((verb) => !('roles' in access[verb]));
    expect([...new Set(everybodys)].filter((verb) => !done.has(verb))).toEqual([]);
    await fc.assert(sent, { seed: SEED, numRuns: 1_000_000, interruptAfterTimeLimit: MINUTES * 60_000, markInterruptAsFailure: false });
    console.log(`fuzz: ${JSON.stringify(Object.fromEntries([...met].filter(([what]) => !what.includes(' '))))}`);

    expect(await tables.audited(audited.upTo)).toEqual(audited);
    const log = readFileSync(join(site.env.CANDOR_DATA as string, 'serve.log'), 'utf8');
    expect(log.split('\n').filter((line) => /"level":60|"msg":"(?:fault|the app )/.test(line))).toEqual([]);
    for (const text of [MARK, ...[...secrets].slice(0, 20)]) {
      expect(log.includes(text), text).toBe(false);
      expect(await tables.holding(text), text).toEqual([]);
    }
  },
  MINUTES * 60_000 + 240_000,
);
