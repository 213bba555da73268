import { DEFAULT_LOCALE, inLocale, isPrivatePath } from '#paths';
import type { RawAnswer } from './ask-raw.ts';
import type { Step } from './attack.ts';
import { MARK } from './hostile.ts';
import { differing, type TableStates } from './table-states.ts';

/** Fields that every answer has. */
const SECURE: readonly [string, RegExp][] = [
  ['x-content-type-options', /^nosniff$/],
  ['referrer-policy', /^same-origin$/],
  ['cross-origin-opener-policy', /^same-origin$/],
  ['cross-origin-resource-policy', /^(same-origin|cross-origin)$/],
];
const POLICY = /^default-src 'none'; style-src 'sha256-.*; base-uri 'none'; form-action '(?:none|self)'; frame-ancestors 'none'$/;
const OWN_LOCATION = /^(?:\/(?!\/)|http:\/\/localhost:\d+\/)/;
/** What libraries and programs say of themselves and of their faults. */
const LEAKED = /\bat .+\.(?:ts|tsx|js|mjs):\d+|node_modules|prisma|\bzod\b|\bSELECT\b.*\bFROM\b|SQLSTATE/i;
/** Fields that say what answers, let other sites read it, or were smuggled in. */
const UNWANTED = /^(?:server|x-powered-by|access-control-.*|x-fuzz)$/;

/** What is wrong with an answer, in words, by the path that was asked for; nothing when it is as every answer must be. */
export function faultsOf(step: Step, path: string, answer: RawAnswer, secrets: ReadonlySet<string>): string[] {
  const { status, fields, body } = answer;
  const field = (name: string) => fields.find(([known]) => known === name)?.[1];
  const faults: string[] = [];
  if (!(status >= 200 && status < 500)) faults.push(`the status is ${status}`);
  for (const [name, pattern] of SECURE) if (!pattern.test(field(name) ?? '')) faults.push(`${name} is ${field(name)}`);
  for (const [name] of fields) if (UNWANTED.test(name)) faults.push(`there is a field ${name}`);

  const location = field('location');
  if (status >= 300 && status < 400 && status !== 304 && !OWN_LOCATION.test(location ?? '')) faults.push(`it leads to ${location}`);
  const isHtml = field('content-type')?.startsWith('text/html') ?? false;
  if (body !== '' && !/^image\/|json$|charset=utf-8$/.test(field('content-type') ?? '')) faults.push(`the body is ${field('content-type')}`);
  if (status >= 400 && !isHtml) faults.push(`a refusal is ${field('content-type')}`);
  if (isHtml && !POLICY.test(field('content-security-policy') ?? '')) faults.push(`the policy is ${field('content-security-policy')}`);
  if (isHtml && step.method !== 'HEAD' && !/<html lang="[a-z]+".*<header class="site">/s.test(body)) faults.push('the page is not in the site’s look');
  if (isPrivatePath(path) && status !== 405 && field('cache-control') !== 'no-store') faults.push(`it may be kept: ${field('cache-control')}`);

  for (const [name, value] of fields) {
    if (name !== 'set-cookie') continue;
    if (!(step.method === 'POST' && status === 303)) faults.push('a cookie came with what did nothing');
    if (!/; HttpOnly/i.test(value) || !/; SameSite=lax/i.test(value) || !/; Path=\//i.test(value)) faults.push('a cookie is open to others');
  }
  const said = `${fields.flat().join('\n')}\n${body}`;
  if (said.includes(MARK)) faults.push('it says what was typed, unescaped');
  if (isHtml && LEAKED.test(withoutStyle(body))) faults.push('it says what a library said');
  for (const secret of secrets) if (said.includes(secret)) faults.push('it says a password');
  return faults;
}

const withoutStyle = (html: string) => html.replace(/<style>.*?<\/style>/s, '');

/** Columns of an account that a rightly filled form may change, by its address in the default language; no other form changes the account. */
const MAY_CHANGE: Record<string, readonly string[]> = {
  '/sign-in': ['lastSignInAt'],
  '/account/password/new': ['passwordHash', 'passwordVersion'],
};
/** What a proof that fails may leave behind: its try. */
const TRIES = ['OneTimeCode own'];

interface Changed {
  /** Whether the cookie that was sent is of a live session. */
  isSignedIn: boolean;
  step: Step;
  path: string;
  answer: RawAnswer | null;
  before: { states: TableStates; account: Record<string, string> };
  after: { states: TableStates; account: Record<string, string> };
}

/** What was changed and should not be: only a POST that leads on changes anything, and only of the account that it is about. */
export function wrongChanges({ isSignedIn, step, path, answer, before, after }: Changed): string[] {
  const page = inLocale(path, DEFAULT_LOCALE);
  const isFromHere = step.fields.every(([name]) => name !== 'Origin');
  const leadsOn = step.method === 'POST' && answer?.status === 303 && isFromHere && (isSignedIn || page === '/sign-in' || page === '/sign-out');
  const tables = differing(before.states, after.states).filter((name) => (leadsOn ? !name.endsWith(' own') : !(isSignedIn && TRIES.includes(name))));
  const columns = differing(new Map(Object.entries(before.account)), new Map(Object.entries(after.account)));
  const may = leadsOn ? (MAY_CHANGE[page] ?? []) : [];
  return [...tables, ...columns.filter((name) => !may.includes(name)).map((name) => `Account.${name}`)];
}
