import { readTarget } from '#server/front/screening/read-target.ts';
import { type RawAnswer, type RawRequest, askRaw } from './ask-raw.ts';
import type { Entry, Sender, Step } from './attack.ts';
import type { Person } from './people.ts';

/** What one sender keeps from step to step. */
export interface Jar {
  /** By name. */
  cookies: Map<string, string>;
  /** Whether they name a live session, by what was answered. */
  isSignedIn: boolean;
  /** Whether it stays as it is. */
  isKept: boolean;
}

const SIGNED_IN: readonly Sender[] = ['full', 'restricted', 'staff', 'half', 'enrolling'];

export function jarOf({ cookie, as }: Person, isKept: boolean): Jar {
  const at = cookie.indexOf('=');
  const cookies = new Map(cookie === '' ? [] : [[cookie.slice(0, at), cookie.slice(at + 1)]]);
  return { cookies, isSignedIn: SIGNED_IN.includes(as), isKept };
}

/** The cookies of a session and of a code, whatever stands before and behind. */
const SESSION = /candor\.session/;
const CODE = /candor\.code/;

/** Who still sends when the refusal is there already may lose it with the connection; in bytes of a body. */
const MUCH = 32 * 1024;

/** Fills in what a step leaves open, and sends it; null when the answer was lost. A mail that it asks for has come by then. */
export async function send(url: URL, step: Step, person: Person, jar: Jar, source: number): Promise<RawAnswer | null> {
  const request = await written(url, step, person, jar, source);
  const answer = await askRaw(Number(url.port), request);
  if (answer === null && request.body.length < MUCH) throw new Error('The connection ended without an answer.');
  for (const [name, value] of answer?.fields ?? []) {
    if (name !== 'set-cookie') continue;
    const [, cookie = '', set = ''] = /^([^=]*)=([^;]*)/.exec(value) ?? [];
    if (!jar.isKept) jar.cookies.set(cookie, set);
    if (CODE.test(cookie)) await person.mailArrives(set);
    // Another session, or none, has taken the place of the one whose cookie is kept.
    if (SESSION.test(cookie)) jar.isSignedIn = set !== '' && !jar.isKept;
  }
  return answer;
}

async function written(url: URL, { method, target, fields, body, chunked }: Step, person: Person, jar: Jar, source: number): Promise<RawRequest> {
  const text = body === null ? '' : typeof body === 'string' ? body : await filledIn(body, person, jar);
  const own: [string, string][] = [
    ['Host', url.host],
    ['X-Forwarded-For', `2001:db8:${(source >>> 16).toString(16)}:${(source & 0xffff).toString(16)}::1`],
  ];
  if (jar.cookies.size > 0) own.push(['Cookie', [...jar.cookies].map((pair) => pair.join('=')).join('; ')]);
  if (body !== null) own.push(['Origin', url.origin], ['Content-Type', 'application/x-www-form-urlencoded'], framing(text, chunked));
  const replaced = new Set(fields.map(([name]) => name));
  const kept = own.filter(([name]) => name === 'Cookie' || name === 'X-Forwarded-For' || !replaced.has(name));
  return { method, target, fields: [...kept, ...fields], body: chunked ? inChunks(text) : text };
}

async function filledIn(body: readonly Entry[], person: Person, { cookies }: Jar): Promise<string> {
  const entries: string[] = [];
  for (const [name, value] of body) entries.push(`${name}=${typeof value === 'string' ? value : encodeURIComponent(await person.right(value.right, cookies))}`);
  return entries.join('&');
}

const framing = (text: string, chunked: boolean): [string, string] => (chunked ? ['Transfer-Encoding', 'chunked'] : ['Content-Length', String(text.length)]);

/** In two pieces, as far as there is something in each. */
function inChunks(text: string): string {
  const middle = Math.ceil(text.length / 2);
  const pieces = [text.slice(0, middle), text.slice(middle)].filter((piece) => piece !== '');
  return `${pieces.map((piece) => `${piece.length.toString(16)}\r\n${piece}\r\n`).join('')}0\r\n\r\n`;
}

/** The path that a step asks for, decoded; empty for what is none. A space ends a target, and Node passes over more of them. */
export function pathOf({ target }: Step): string {
  return readTarget(target.trimEnd())?.path ?? '';
}
