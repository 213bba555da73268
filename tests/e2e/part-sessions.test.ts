import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { type Config, readConfig } from '#config';
import type { VerbName } from '#domain/core/access.ts';
import { takeBackForm } from '#model/forms/address/take-back.ts';
import { FORMS } from '#model/forms/forms.ts';
import { privateRoute } from '#server/front/screening/private-routes.ts';
import { DEFAULT_LOCALE, inLocale, isPrivatePath, paths } from '#paths';
import { PATHS, posted, type Sender, type Step } from '#tests/support/fuzz/attack.ts';
import { faultsOf, wrongChanges } from '#tests/support/fuzz/judge.ts';
import { peopleOf, type Person } from '#tests/support/fuzz/people.ts';
import { type Jar, jarOf, pathOf, send } from '#tests/support/fuzz/send.ts';
import { deedReader, leadsTo, OPEN, stateOf, verbsOf } from '#tests/support/fuzz/states.ts';
import { tableReader } from '#tests/support/fuzz/table-states.ts';
import { wayTo } from '#tests/support/fuzz/ways.ts';
import { type ServedStory, serveStory } from '#tests/support/story.ts';

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

/** Each from an address of its own: what is counted there is not the question here. */
let sources = 0;

/** Sends one step, and answers what came of it once it is found to be no more than the session may have. */
async function judged(step: Step, person: Person, jar: Jar) {
  const { id } = person.account;
  const rows = async () => ({ states: await tables.states(id), account: await tables.account(id) });
  const state = await stateOf(site.database.db, config, jar);
  await deeds();
  const before = await rows();
  const answer = await send(new URL(site.url), step, person, jar, ++sources);
  if (answer === null) throw new Error('The connection ended without an answer.');
  const [after, did, path] = [await rows(), await deeds(), pathOf(step)];
  const faults = faultsOf({ step, path, state, answer, secrets: person.secrets });
  const changes = wrongChanges({ state, deeds: did, step, path, answer, before, after });
  const what = `${step.method} ${step.target} by a session that is ${state}`;
  expect({ what, faults, changes }).toEqual({ what, faults: [], changes: [] });
  const location = answer.fields.find(([name]) => name === 'location')?.[1] ?? null;
  return { what, state, status: answer.status, location, did, body: answer.body };
}

const bare = (method: string, target: string): Step => ({ method, target, fields: [], body: method === 'POST' ? [['unknown', 'x']] : null, chunked: false });
/** The page that a sender is on in the end, by redirects. */
async function follow(target: string, person: Person, jar: Jar): Promise<{ page: string; status: number }> {
  let at = target;
  for (let hops = 0; hops < 5; hops += 1) {
    const { status, location } = await judged(bare('GET', at), person, jar);
    if (status !== 303 || location === null) return { page: inLocale(new URL(at, site.url).pathname, DEFAULT_LOCALE), status };
    at = location;
  }
  throw new Error(`${target} leads in circles.`);
}

/** Where a session that is not a full one must go before anything else. */
const GATES = { half: paths.confirm, enrolling: paths.factors, restricted: paths.account } as const;

describe.each([
  ['half', 'en'],
  ['enrolling', 'ar'],
  ['restricted', 'de'],
] as const)('a session that is %s', (as, locale) => {
  const gate = GATES[as];

  test('sees its own pages and is led from every other one of the account to where it must go', async () => {
    const person = await people.enter(as);
    const jar = jarOf(person, true);
    for (const path of PATHS.filter((one) => /^\/account(?:$|[/?])/.test(one))) {
      const [target, page] = [inLocale(path, locale), path.replace(/\?.*/, '')];
      const { what, status, location, body } = await judged(bare('GET', target), person, jar);
      if (!leadsTo(as, page)) {
        expect([what, status, body, location?.startsWith('/')]).toEqual([what, 303, '', true]);
        expect([what, (await follow(target, person, jar)).page]).toEqual([what, gate(DEFAULT_LOCALE)]);
      } else expect(OPEN[as], what).toContain((await follow(target, person, jar)).page);
    }
    await people.leave(person);
  });

  test('changes nothing by any other method, or by what is no form, at any address', async () => {
    const person = await people.enter(as);
    const jar = jarOf(person, true);
    for (const path of PATHS.filter((one) => isPrivatePath(one) && !one.includes('?') && one !== paths.signOut(DEFAULT_LOCALE)))
      for (const method of ['HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS']) {
        const { what, status, did } = await judged(bare(method, path), person, jar);
        expect([what, did]).toEqual([what, []]);
        const headless = privateRoute(path, false)?.methods === 'POST';
        expect(status, what).toBeOneOf(method !== 'HEAD' ? [403, 404, 405, 409, 415, 422, 303] : headless ? [405] : [200, 303, 403, 404]);
      }
    expect(await stateOf(site.database.db, config, jar)).toBe(as);
    await people.leave(person);
  });

  test('does by forms, filled in rightly and in their order, all that the table of permissions gives it, and nothing else', async () => {
    const done = new Set<VerbName>();
    for (const form of FORMS) {
      const person = await people.enter(as);
      const jar = jarOf(person, false);
      if (form === takeBackForm) await people.moveAddress(person);
      for (const one of wayTo(form)) {
        const { what, state, status, did } = await judged(posted(one, DEFAULT_LOCALE), person, jar);
        if (did.length === 0) expect(status, what).toBeOneOf([200, 303, 403, 409, 422]);
        if (state === as) for (const verb of did) done.add(verb);
      }
      await people.leave(person);
    }
    expect([...done].sort()).toEqual(verbsOf(as).filter((verb) => !IMPOSSIBLE[as].includes(verb)));
  });
});

/** Whoever has no second factor, and no passkey, gives none. */
const IMPOSSIBLE: Record<Extract<Sender, 'half' | 'enrolling' | 'restricted'>, readonly VerbName[]> = {
  half: [],
  enrolling: ['recovery/give-recovery-factor', 'sessions/sign-in-by-passkey'],
  restricted: [],
};
