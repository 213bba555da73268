import type { NextRequest, NextResponse } from 'next/server';
import { NotFound } from '#domain/core/errors.ts';
import type { Locale } from '#paths';
import { checkOrigin } from './check-origin.ts';
import { frameOf } from './frame-of.ts';
import { openRequest } from './open-request.ts';
import type { PrivateRequest } from './private-request.ts';
import { refuse } from './refuse.ts';
import { requestIdOf } from './request-id.ts';
import { runtime } from './runtime.ts';

export type Handler = (request: PrivateRequest) => Promise<NextResponse>;
export type Route = (incoming: NextRequest, params: { params: Promise<{ locale: string }> }) => Promise<NextResponse>;

/** A route handler that answers everybody with a document of their own. Whatever `handler` throws becomes one too. */
export function documentRoute(path: (locale: Locale) => string, handler: Handler): Route {
  return async (incoming, { params }) => {
    const requestId = requestIdOf(incoming.headers);
    const { locale: asked } = await params;
    const frame = await frameOf(path, asked);
    const { locale } = frame;
    try {
      if (locale !== asked) throw new NotFound();
      if (incoming.method === 'POST') checkOrigin(incoming, runtime().config.url);
      const opened = await openRequest(incoming, requestId);
      return await handler({ incoming, query: incoming.nextUrl.searchParams, locale, frame, ...opened });
    } catch (error) {
      return refuse(error, { frame, method: incoming.method, requestId });
    }
  };
}
