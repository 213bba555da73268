import { randomUUID } from 'node:crypto';
import type { NextRequest, NextResponse } from 'next/server';
import { NotFound } from '#domain/core/errors.ts';
import { resumeSession } from '#domain/status/resume-session.ts';
import type { Locale } from '#paths';
import { heldSecret } from '../_auth/secret-cookies.ts';
import { secretOf } from '../_auth/session-cookie.ts';
import { clientOf } from './client.ts';
import { checkOrigin } from './check-origin.ts';
import { frameOf } from './frame-of.ts';
import type { PrivateRequest } from './private-request.ts';
import { refuse } from './refuse.ts';
import { runtime } from './runtime.ts';

/** The front's name for a request: its line in the log has it, and whatever the app says of it. */
const REQUEST_HEADER = 'x-candor-request';

export type Handler = (request: PrivateRequest) => Promise<NextResponse>;
export type Route = (incoming: NextRequest, params: { params: Promise<{ locale: string }> }) => Promise<NextResponse>;

/** A route handler that answers everybody with a document of their own. Whatever `handler` throws becomes one too. */
export function documentRoute(path: (locale: Locale) => string, handler: Handler): Route {
  return async (incoming, { params }) => {
    const requestId = incoming.headers.get(REQUEST_HEADER) ?? randomUUID();
    const { config, db, renderEdition } = runtime();
    const { locale: asked } = await params;
    const frame = await frameOf(path, asked);
    const { locale } = frame;
    try {
      if (locale !== asked) throw new NotFound();
      if (incoming.method === 'POST') checkOrigin(incoming, config.url);
      const secret = await secretOf(incoming.cookies, config);
      const session = secret === null ? null : await resumeSession(db, secret);
      const who = session?.kind === 'live' ? { actor: session.actor, now: session.now } : { actor: { kind: 'visitor' } as const };
      const query = incoming.nextUrl.searchParams;
      const held = { device: heldSecret(incoming.cookies, config, 'device'), ticket: heldSecret(incoming.cookies, config, 'code') };
      const ctx = { ...who, db, config, requestId, client: clientOf(incoming.headers), renderEdition };
      return await handler({ incoming, query, ctx, locale, frame, secret, session, ...held });
    } catch (error) {
      return refuse(error, { frame, method: incoming.method, requestId });
    }
  };
}
