import type { NextRequest } from 'next/server';
import type { DoorContext } from '#domain/core/context.ts';
import { type Resumed, resumeSession } from '#domain/status/resume-session.ts';
import { heldSecret } from '../_auth/secret-cookies.ts';
import { secretOf } from '../_auth/session-cookie.ts';
import { clientOf } from './client.ts';
import { runtime } from './runtime.ts';

interface Incoming {
  headers: Headers;
  cookies: Pick<NextRequest['cookies'], 'get'>;
}

export interface Opened {
  ctx: DoorContext;
  /** The secret of the cookie, live or not. */
  secret: string | null;
  session: Resumed | null;
  /** What the browser's cookies of the device and of a code hold. */
  device: string | null;
  ticket: string | null;
}

/** Who asks, by the request's cookies. Throws Unavailable when PostgreSQL is away. */
export async function openRequest({ headers, cookies }: Incoming, requestId: string): Promise<Opened> {
  const { config, db, renderEdition, renderer } = runtime();
  const secret = await secretOf(cookies, config);
  const session = secret === null ? null : await resumeSession(db, secret);
  const who = session?.kind === 'live' ? { actor: session.actor, now: session.now } : { actor: { kind: 'visitor' } as const };
  const ctx = { ...who, db, config, requestId, client: clientOf(headers), renderEdition, renderer };
  return { ctx, secret, session, device: heldSecret(cookies, config, 'device'), ticket: heldSecret(cookies, config, 'code') };
}
