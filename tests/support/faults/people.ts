import { randomInt } from 'node:crypto';
import { setTimeout as later } from 'node:timers/promises';
import { hashPassword } from '#domain/credentials/password/password-hash.ts';
import type { PrismaClient } from '#generated/prisma/client.ts';
import { wordsPassword } from '#scripts/demo/words.ts';
import { createAccount } from '#tests/support/accounts.ts';
import type { SmtpSink } from '#tests/support/mail/smtp-sink.ts';
import type { Answer, Balancer } from './balancer.ts';

const PAUSE_MS = 300;
const CODE_WITHIN_MS = 60_000;

export interface Person {
  id: bigint;
  email: string;
  /** What they believe to be their password. */
  password: string;
  /** What it may be instead: changes of which they never heard. */
  doubtful: string[];
  /** Changes that they were told of. */
  changed: number;
  /** Codes that they were told to wait for. */
  codesAsked: number;
  /** The cookie by which the account knows the browser: sign-ins from elsewhere are few an hour. */
  device: string;
}

export interface World {
  balancer: Balancer;
  sink: SmtpSink;
  /** Hears of each private request: when it began, and what came of it. */
  saw(what: string, began: number, answer: Answer | null): void;
  going(): boolean;
}

export async function newPerson(db: PrismaClient): Promise<Person> {
  const password = wordsPassword();
  const { id, email } = await createAccount(db, { passwordHash: await hashPassword(password), passwordVersion: 1 });
  return { id, email, password, doubtful: [], changed: 0, codesAsked: 0, device: '' };
}

/** Signs in and changes the password by the present one, again and again. */
export async function changesPasswords(person: Person, world: World): Promise<void> {
  while (world.going()) {
    const cookie = await signIn(person, world);
    if (cookie && leadsTo(await post(world, '/account/password/proof', { proof: 'current', password: person.password }, cookie)) === '/account/password/new')
      await change(person, world, cookie);
    await later(PAUSE_MS);
  }
}

/** Signs in and changes the password by a code, once. */
export async function changesByCode(person: Person, world: World): Promise<void> {
  while (world.going() && person.codesAsked === 0) {
    const cookie = await signIn(person, world);
    const asked = cookie && (await post(world, '/account/password/proof', { send: '1' }, cookie));
    if (asked && leadsTo(asked) === '/account/password/proof?code-sent') {
      person.codesAsked += 1;
      const code = await codeOf(person, world);
      // The code is good for the browser that asked.
      const all = [cookie, named(asked, 'code')].join('; ');
      // A worker that was killed has sent a code that a later mail makes void: that is not waited for here.
      if (leadsTo(await post(world, '/account/password/proof', { proof: 'email_code', code }, all)) === '/account/password/new')
        await change(person, world, cookie);
    }
    await later(PAUSE_MS);
  }
}

async function signIn(person: Person, world: World): Promise<string | null> {
  const answer = await post(world, '/sign-in', { email: person.email, password: person.password }, person.device);
  const session = answer && named(answer, 'session');
  if (answer?.status === 303 && session) {
    person.device = named(answer, 'device') ?? person.device;
    return session;
  }
  const other = answer?.status === 422 ? person.doubtful.shift() : undefined;
  if (other !== undefined) {
    person.doubtful.push(person.password);
    person.password = other;
  }
  return null;
}

async function change(person: Person, world: World, cookie: string): Promise<void> {
  const next = wordsPassword();
  const answer = await post(world, '/account/password/new', { next, confirm: next }, cookie);
  if (leadsTo(answer) === '/account/password/done') {
    person.changed += 1;
    person.password = next;
    person.doubtful = [];
  } else if (answer === null || answer.status === 503) person.doubtful.push(next);
}

async function codeOf({ email }: Person, { sink }: World): Promise<string> {
  for (const end = Date.now() + CODE_WITHIN_MS; Date.now() < end; await later(100)) {
    const mail = sink.mails.findLast(({ to, messageId }) => to === email && messageId.startsWith('<code.'));
    const code = mail && /^(\d{8})\r$/m.exec(mail.text)?.[1];
    if (code) return code;
  }
  return '';
}

async function post(world: World, path: string, form: Record<string, string>, cookie = ''): Promise<Answer | null> {
  const began = performance.now();
  // An address of its own each time, or those whose answers were lost would be taken for guessers.
  const source = `198.51.${randomInt(256)}.${randomInt(256)}`;
  const answer = await world.balancer.send({ path, form, cookie, source });
  world.saw(path, began, answer);
  return answer;
}

const named = (answer: Answer, name: string) => answer.cookies.find((pair) => pair.startsWith(`candor.${name}=`));
const leadsTo = (answer: Answer | null) => (answer?.status === 303 ? answer.location : null);
