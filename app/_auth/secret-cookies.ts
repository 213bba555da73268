import type { NextRequest } from 'next/server';
import type { Config } from '#config';
import { bareCookie, type SessionCookie } from './session-cookie.ts';

/**
 * Seconds: by `device` an account knows the browser again (browsers keep none for longer than 400 days), by `code` a code, and by `passkey` the answer of a passkey, is good
 * in the browser that asked; by `review` somebody without an account reads one text, for as long as any link is good.
 */
const KEPT = { device: 400 * 24 * 3600, code: 600, passkey: 300, review: 7 * 24 * 3600 } as const;
type Name = keyof typeof KEPT;

/** 256 bits, base64url. */
const SECRET = /^[\w-]{43}$/;

/** A cookie of a secret that says nothing by itself: its row is found by the secret's hash. */
export function secretCookie(config: Config, name: Name, secret: string): SessionCookie {
  return { ...bareCookie(config, name), value: secret, maxAge: KEPT[name] };
}

/** What a browser's cookie holds; null when there is none, or it is none of ours. */
export function heldSecret(cookies: Pick<NextRequest['cookies'], 'get'>, config: Config, name: Name): string | null {
  const value = cookies.get(bareCookie(config, name).name)?.value;
  return value !== undefined && SECRET.test(value) ? value : null;
}
