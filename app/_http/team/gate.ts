import { randomBytes } from 'node:crypto';
import { type NextRequest, NextResponse } from 'next/server';
import { access, authorise } from '#domain/core/access.ts';
import { Forbidden, NotFound } from '#domain/core/errors.ts';
import { localeOfAccount } from '#model/account/locale-of-account.ts';
import { DEFAULT_LOCALE, paths } from '#paths';
import { frameOf } from '../frame-of.ts';
import { openRequest } from '../open-request.ts';
import { PRIVATE_HEADERS } from '../private-headers.ts';
import { refuse } from '../refuse.ts';
import { requestIdOf } from '../request-id.ts';
import { runtime } from '../runtime.ts';
import { seeOther } from '../see-other.ts';
import { isRead, queryOf } from './page-rules.ts';
import { teamPolicy } from './team-policy.ts';

/** By this name a page hears the word that lets its scripts in. */
export const NONCE_HEADER = 'x-nonce';

/**
 * Stands before every page of the team: a page itself can't say 403 or 503. Who may not see it gets the refusal as a document, who is not
 * signed in is led there, and everybody else gets the page, whose query asks once more.
 */
export async function gate(incoming: NextRequest): Promise<NextResponse> {
  // Routes see for themselves.
  if (incoming.method === 'POST' || isRead(incoming.nextUrl.pathname)) return NextResponse.next();
  const requestId = requestIdOf(incoming.headers);
  const path = incoming.nextUrl.pathname;
  let locale: string = DEFAULT_LOCALE;
  try {
    const reads = queryOf(path);
    const { ctx, session } = await openRequest(incoming, requestId);
    if (session?.kind !== 'live') return led(seeOther(paths.signIn(DEFAULT_LOCALE, { ...(session && { notice: noticeOf(session.kind) }), to: 'studio' })));
    locale = localeOfAccount(session.locale);
    if (reads === null) throw new NotFound();
    authorise(ctx.actor, access[reads], session.now);
  } catch (error) {
    if (error instanceof Forbidden && error.reason === 'half') return led(seeOther(paths.confirm(DEFAULT_LOCALE, { to: path })));
    return led(await refuse(error, { frame: await frameOf(paths.home, locale), method: incoming.method, requestId }));
  }
  const nonce = randomBytes(16).toString('base64');
  const policy = teamPolicy(nonce, runtime().config.dev);
  const headers = new Headers(incoming.headers);
  headers.set(NONCE_HEADER, nonce);
  headers.set('Content-Security-Policy', policy);
  const response = NextResponse.next({ request: { headers } });
  for (const [name, value] of Object.entries({ ...PRIVATE_HEADERS, 'Content-Security-Policy': policy })) response.headers.set(name, value);
  return response;
}

/** Next takes whole addresses only, here, and cuts off what is our own. */
function led(response: NextResponse): NextResponse {
  const path = response.headers.get('location');
  if (path !== null) response.headers.set('location', new URL(path, runtime().config.url).href);
  return response;
}

function noticeOf(kind: 'asked_again' | 'ended'): string {
  return kind === 'asked_again' ? 'asked_again' : 'signed_out';
}
