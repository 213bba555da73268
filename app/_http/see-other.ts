import { NextResponse } from 'next/server';
import type { SessionCookie } from '../_auth/session-cookie.ts';
import { PRIVATE_HEADERS } from './private-headers.ts';

/** 303: the browser follows with a GET, and a reload repeats nothing. `path` is one of our own. */
export function seeOther(path: string, { cookies = [], headers }: { cookies?: SessionCookie[]; headers?: Record<string, string> } = {}): NextResponse {
  const response = new NextResponse(null, { status: 303, headers: { ...PRIVATE_HEADERS, Location: path, ...headers } });
  for (const cookie of cookies) response.cookies.set(cookie);
  return response;
}
