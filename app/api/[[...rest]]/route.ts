import { NextResponse } from 'next/server';
import { PRIVATE_HEADERS } from '../../_http/private-headers.ts';

/** There is no API yet, and none of next-auth's routes: our forms are the one door. */
function notFound(): NextResponse {
  return NextResponse.json({ error: 'not_found' }, { status: 404, headers: PRIVATE_HEADERS });
}

export { notFound as GET, notFound as POST };
