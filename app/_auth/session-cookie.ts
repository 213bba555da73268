import { decode, encode } from 'next-auth/jwt';
import type { Config } from '#config';

/** Seconds that the cookie is kept; the session's own row may end long before. */
export const SESSION_SECONDS = 30 * 24 * 3600;

const secure = (config: Config) => config.url.protocol === 'https:';

/** `__Host-` binds the cookie to this host; browsers take it on https only. */
export function sessionCookieName(config: Config): string {
  return secure(config) ? '__Host-candor.session' : 'candor.session';
}

/** `Set-Cookie` of a session: next-auth's encrypted token around the one secret. */
export async function sessionCookie(config: Config, secret: string): Promise<string> {
  const token = await encode({ token: { sid: secret }, secret: config.secret, maxAge: SESSION_SECONDS });
  return cookie(config, token, SESSION_SECONDS);
}

/** `Set-Cookie` that takes the session away. */
export function endedCookie(config: Config): string {
  return cookie(config, '', 0);
}

function cookie(config: Config, value: string, maxAge: number): string {
  return `${sessionCookieName(config)}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${maxAge}${secure(config) ? '; Secure' : ''}`;
}

/** The session's secret from a `Cookie` header; null when there is none, or it is forged, cut or expired. */
export async function secretOf(header: string | null | undefined, config: Config): Promise<string | null> {
  const name = `${sessionCookieName(config)}=`;
  const value = header
    ?.split(';')
    .map((part) => part.trim())
    .find((part) => part.startsWith(name))
    ?.slice(name.length);
  if (!value) return null;
  const token = await decode({ token: value, secret: config.secret }).catch(() => null);
  return typeof token?.sid === 'string' ? token.sid : null;
}
