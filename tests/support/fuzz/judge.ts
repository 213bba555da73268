import type { VerbName } from '#domain/core/access.ts';
import { TEAM_READS } from '#model/team/team-reads.ts';
import { DEFAULT_LOCALE, inLocale, isPrivatePath, teamShape } from '#paths';
import type { RawAnswer } from './ask-raw.ts';
import type { Step } from './attack.ts';
import { MARK } from './hostile.ts';
import { leadsTo, mayDo, type State } from './states.ts';
import { differing, type TableStates } from './table-states.ts';

/** Fields that every answer has. */
const SECURE: readonly [string, RegExp][] = [
  ['x-content-type-options', /^nosniff$/],
  ['referrer-policy', /^same-origin$/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^(same-origin|cross-origin)$/],
];
const POLICY = /^default-src 'none'; style-src 'sha256-.*; base-uri 'none'; form-action '(?:none|self)'; frame-ancestors 'none'(?:; frame-src 'self')?$/;
/** What scripts of the team read says a refusal as JSON. */
const READS = TEAM_READS.map(teamShape);
const ACCOUNT = /^(?:\/[a-z]{2})?\/account(?:\/|$)/;
const OWN_LOCATION = /^(?:\/(?!\/)|http:\/\/localhost:\d+\/)/;
/** What libraries and programs say of themselves and of their faults. */
const LEAKED = /\bat .+\.(?:ts|tsx|js|mjs):\d+|node_modules|prisma|\bzod\b|\bSELECT\b.*\bFROM\b|SQLSTATE/i;
/** Fields that say what answers, let other sites read it, or were smuggled in. */
const UNWANTED = /^(?:server|x-powered-by|access-control-.*|x-fuzz)$/;

/** Pages that answer a form with what was made, and not with a way on. */
const SHOWING = [
  '/sign-in/passkey',
  '/sign-in/recover/factor',
  '/account/confirm',
  '/account/factors/passkey',
  '/account/factors/codes',
  '/account/password/proof',
];

/** Forms of another page: what is wrong with them is said by a refusal. */
const PAGELESS = ['/account/sessions'];

interface Answered {
  step: Step;
  path: string;
  /** Of the session whose cookie was sent. */
  state: State;
  answer: RawAnswer;
  /** Passwords that were filled in. */
  secrets: ReadonlySet<string>;
}

/** What is wrong with an answer, in words; nothing when it is as every answer must be. */
export function faultsOf({ step, path, state, answer: { status, fields, body }, secrets }: Answered): string[] {
  const field = (name: string) => fields.find(([known]) => known === name)?.[1];
  const faults: string[] = [];
  if (!(status >= 200 && status < 500)) faults.push(`the status is ${status}`);
  for (const [name, pattern] of SECURE) if (!pattern.test(field(name) ?? '')) faults.push(`${name} is ${field(name)}`);
  for (const [name] of fields) if (UNWANTED.test(name)) faults.push(`there is a field ${name}`);

  const location = field('location');
  if (status >= 300 && status < 400 && status !== 304 && !OWN_LOCATION.test(location ?? '')) faults.push(`it leads to ${location}`);
  const isHtml = field('content-type')?.startsWith('text/html') ?? false;
  if (body !== '' && !/^image\/|json$|charset=utf-8$/.test(field('content-type') ?? '')) faults.push(`the body is ${field('content-type')}`);
  if (status >= 400 && !isHtml && !READS.some((shape) => shape.test(path))) faults.push(`a refusal is ${field('content-type')}`);
  if (isHtml && !POLICY.test(field('content-security-policy') ?? '')) faults.push(`the policy is ${field('content-security-policy')}`);
  if (isHtml && step.method !== 'HEAD' && !/<html lang="[a-z]+".*<header class="site">/s.test(body)) faults.push('the page is not in the site’s look');
  if (isPrivatePath(path) && status !== 405 && field('cache-control') !== 'no-store') faults.push(`it may be kept: ${field('cache-control')}`);

  const page = inLocale(path, DEFAULT_LOCALE);
  const shows = status === 200 || (status === 422 && !PAGELESS.includes(page));
  if (shows && ACCOUNT.test(path) && !leadsTo(state, page)) faults.push(`it shows an account to a session that is ${state}`);

  for (const [name, value] of fields) {
    if (name !== 'set-cookie') continue;
    const isShown = status === 200 && SHOWING.includes(page);
    if (!(step.method === 'POST' && (status === 303 || isShown))) faults.push('a cookie came with what did nothing');
    if (!/; HttpOnly/i.test(value) || !/; SameSite=lax/i.test(value) || !/; Path=\//i.test(value)) faults.push('a cookie is open to others');
  }
  const said = `${fields.flat().join('\n')}\n${body}`;
  if (said.includes(MARK)) faults.push('it says what was typed, unescaped');
  if (isHtml && LEAKED.test(withoutStyle(body))) faults.push('it says what a library said');
  for (const secret of secrets) if (said.includes(secret)) faults.push('it says a password');
  return faults;
}

const withoutStyle = (html: string) => html.replace(/<style>.*?<\/style>/s, '');

/** What shows a second factor: its step, its counter, or itself. */
const FACTORS = ['PasskeyChallenge', 'Passkey', 'TotpSecret', 'RecoveryCode'];
/** A sign-in, whatever it is by. */
const SIGN_IN = [...FACTORS, 'Session', 'KnownDevice', 'OneTimeCode', 'Account.lastSignInAt'];
/** A change of the password ends whatever is under way, and may take away what was added. */
const CHANGE = [
  ...FACTORS,
  // Of a recovery, which no session has.
  'PasskeyChallenge others',
  'KnownDevice',
  'OneTimeCode',
  'PasswordChange',
  'FormerPassword',
  'ProofGrant',
  'Session',
  'Account.passwordHash',
  'Account.passwordVersion',
  'Account.passwordChangedAt',
];

/** What a rightly filled form may change, by its address in the default language: tables, in rows of the account that it is about, and columns of the account itself. */
const MAY_CHANGE: Record<string, readonly string[]> = {
  '/sign-in': SIGN_IN,
  // Who asks without a session asks for any address.
  '/sign-in/enrol': ['OneTimeCode', 'OneTimeCode others'],
  '/sign-in/recover': ['OneTimeCode', 'OneTimeCode others', 'PasskeyChallenge others'],
  '/sign-in/recover/code': ['OneTimeCode'],
  '/sign-in/recover/factor': [...FACTORS, 'PasskeyChallenge others', 'OneTimeCode'],
  '/sign-in/recover/new': [...SIGN_IN, ...CHANGE, 'AddressChange'],
  '/sign-in/passkey': [...SIGN_IN, 'PasskeyChallenge others'],
  '/sign-in/take-back': [...SIGN_IN, ...CHANGE, 'OneTimeCode others', 'AddressChange', 'Account.email', 'Account.emailKey'],
  '/sign-out': ['Session'],
  '/account/confirm': [...SIGN_IN, 'ProofGrant'],
  '/account/email': ['OneTimeCode', 'ProofGrant', 'AddressChange', 'Account.email', 'Account.emailKey'],
  '/account/factors': ['Passkey', 'TotpSecret', 'RecoveryCode'],
  '/account/factors/app': ['TotpSecret', 'Session'],
  '/account/factors/passkey': ['PasskeyChallenge', 'Passkey', 'Session'],
  '/account/factors/codes': ['RecoveryCode'],
  '/account/sessions': ['Session', 'ProofGrant', 'OneTimeCode'],
  '/account/password/proof': [...FACTORS, 'OneTimeCode', 'ProofGrant'],
  '/account/password/new': CHANGE,
};
/** What a proof that fails may leave behind: its try, also of a request that nobody's account has part in. */
const TRIES = ['OneTimeCode', 'OneTimeCode others', 'PasskeyChallenge', 'PasskeyChallenge others'];
/** What a form of the team that is not rightly filled leaves behind: what was typed, for whoever typed it, until its page has shown it. */
const KEPT = ['KeptForm'];

interface Changed {
  /** Of the session whose cookie was sent. */
  state: State;
  /** What the audit log says that was done. */
  deeds: readonly VerbName[];
  step: Step;
  path: string;
  answer: RawAnswer | null;
  before: { states: TableStates; account: Record<string, string> };
  after: { states: TableStates; account: Record<string, string> };
}

/** What was changed and should not be: only a POST that leads on, by a verb that its sender may call, changes anything, and only of the account that it is about. */
export function wrongChanges({ state, deeds, step, path, answer, before, after }: Changed): string[] {
  const page = inLocale(path, DEFAULT_LOCALE);
  const isFromHere = step.fields.every(([name]) => name !== 'Origin');
  const isDone = answer?.status === 303 || (answer?.status === 200 && [...SHOWING, '/account/data'].includes(page));
  const leadsOn = step.method === 'POST' && isDone && isFromHere;
  const may = [...(leadsOn && deeds.length > 0 ? (MAY_CHANGE[page] ?? []) : TRIES), ...(leadsOn && page.startsWith('/studio/') ? KEPT : [])];
  const columns = differing(new Map(Object.entries(before.account)), new Map(Object.entries(after.account))).map((name) => `Account.${name}`);
  // The account's row is judged by its columns: who locks it writes it anew.
  const tables = differing(before.states, after.states).filter((name) => name !== 'Account own');
  const changed = [...tables.map((name) => name.replace(/ own$/, '')), ...columns].filter((name) => !may.includes(name));
  const done = deeds.filter((verb) => !leadsOn || !mayDo(state, verb)).map((verb) => `${verb} by a session that is ${state}`);
  return [...changed, ...done];
}
