import type { NextResponse } from 'next/server';
import { RefusalPage } from '#documents/shell/refusal-page.tsx';
import { paths } from '#paths';
import type { Route } from './document-route.ts';
import { frameOf } from './frame-of.ts';
import { respond } from './respond.ts';

/** A route handler for a method that this document does not have; `allow` names those that it has. */
export function methodNotAllowed(allow: string): Route {
  return async (_incoming, { params }): Promise<NextResponse> => {
    const frame = await frameOf(paths.home, (await params).locale);
    return respond(RefusalPage({ frame, status: 405 }), 405, { Allow: allow });
  };
}
