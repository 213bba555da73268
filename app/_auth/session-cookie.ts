import type { NextRequest, NextResponse } from 'next/server';
import { decode, encode } from 'next-auth/jwt';
import type { Config } from '#config';

export type SessionCookie = NonNullable<ReturnType<NextResponse['cookies']['get']>>;

/** Seconds that the cookie is kept; the session's own row may end long before. */
const SESSION_SECONDS = 30 * 24 * 3600;

/** `__Host-` binds the cookie to this host; browsers take it on https only. */
function bare(config: Config) {
  const secure = config.url.protocol === 'https:';
  return { name: secure ? '__Host-candor.session' : 'candor.session', path: '/', httpOnly: true, sameSite: 'lax', secure } as const;
}

/** The cookie of a session: next-auth's encrypted token around the one secret. */
export async function sessionCookie(config: Config, secret: string): Promise<SessionCookie> {
  const value = await encode({ token: { sid: secret }, secret: config.secret, maxAge: SESSION_SECONDS });
  return { ...bare(config), value, maxAge: SESSION_SECONDS };
}

/** Takes the session's cookie away. Next's own `delete` leaves out `Secure`, without which browsers ignore a `__Host-` cookie. */
export function endedCookie(config: Config): SessionCookie {
  return { ...bare(config), value: '', maxAge: 0, expires: new Date(0) };
}

/** The session's secret from a request's cookies, a route's or a page's; null when there is none, or it is forged, cut or expired. */
export async function secretOf(cookies: Pick<NextRequest['cookies'], 'get'>, config: Config): Promise<string | null> {
  const token = cookies.get(bare(config).name)?.value;
  if (!token) return null;
  const decoded = await decode({ token, secret: config.secret }).catch(() => null);
  return typeof decoded?.sid === 'string' ? decoded.sid : null;
}
