import type { NextRequest, NextResponse } from 'next/server';
import { RefusalPage } from '#documents/shell/refusal-page.tsx';
import { localeOf, paths } from '#paths';
import { frameOf } from '../_http/frame-of.ts';
import { respond } from '../_http/respond.ts';

/** What no other route has. The front answers public paths itself, so this is a private path that is nobody's, or one of Next's own. */
async function notFound(incoming: NextRequest): Promise<NextResponse> {
  const frame = await frameOf(paths.home, localeOf(incoming.nextUrl.pathname));
  return respond(RefusalPage({ frame, status: 404 }), 404);
}

export { notFound as GET, notFound as POST };
