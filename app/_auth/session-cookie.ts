import type { NextRequest, NextResponse } from 'next/server';
import { decode, encode } from 'next-auth/jwt';
import type { Config } from '#config';

export type SessionCookie = NonNullable<ReturnType<NextResponse['cookies']['get']>>;

/** Seconds that the cookie is kept; the session's own row may end long before. */
const SESSION_SECONDS = 30 * 24 * 3600;

/** How `encode` begins each token: the head of the encryption (RFC 7516 §3.1), and no wrapped key. A stranger's head would choose a costlier one, and be obeyed before the token is found forged. */
const HEAD = `${Buffer.from('{"alg":"dir","enc":"A256GCM"}').toString('base64url')}..`;
/** In characters; a token of ours has 250. */
const MAX_TOKEN_LENGTH = 512;

/** `__Host-` binds the cookie to this host; browsers take it on https only. A cookie knows no port: on http, where several sites stand on one machine, its name does. */
export function bareCookie(config: Config, what: 'session' | 'device' | 'code' | 'passkey' | 'review') {
  const { protocol, port } = config.url;
  const secure = protocol === 'https:';
  const plain = port === '' ? `candor.${what}` : `candor.${what}.${port}`;
  return { name: secure ? `__Host-candor.${what}` : plain, path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}

/** The cookie of a session: next-auth's encrypted token around the one secret. */
export async function sessionCookie(config: Config, secret: string): Promise<SessionCookie> {
  const value = await encode({ token: { sid: secret }, secret: config.secret, maxAge: SESSION_SECONDS });
  return { ...bareCookie(config, 'session'), value, maxAge: SESSION_SECONDS };
}

/** Takes the session's cookie away. Next's own `delete` leaves out `Secure`, without which browsers ignore a `__Host-` cookie. */
export function endedCookie(config: Config): SessionCookie {
  return { ...bareCookie(config, 'session'), value: '', maxAge: 0, expires: new Date(0) };
}

/** The session's secret from a request's cookies, a route's or a page's; null when there is none, or it is forged, cut or expired. */
export async function secretOf(cookies: Pick<NextRequest['cookies'], 'get'>, config: Config): Promise<string | null> {
  const token = cookies.get(bareCookie(config, 'session').name)?.value;
  if (!token?.startsWith(HEAD) || token.length > MAX_TOKEN_LENGTH) return null;
  const decoded = await decode({ token, secret: config.secret }).catch(() => null);
  return typeof decoded?.sid === 'string' ? decoded.sid : null;
}
