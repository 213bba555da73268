import { type NextRequest, NextResponse } from 'next/server';
import type { DoorContext } from '#domain/core/context.ts';
import { Forbidden, isRefusal } from '#domain/core/errors.ts';
import { localeOfAccount } from '#model/account/locale-of-account.ts';
import { DEFAULT_LOCALE, type Locale } from '#paths';
import { frameOf } from '../frame-of.ts';
import { openRequest } from '../open-request.ts';
import { PRIVATE_HEADERS } from '../private-headers.ts';
import { refuse, STATUS } from '../refuse.ts';
import { requestIdOf } from '../request-id.ts';

interface TeamReadRequest {
  ctx: DoorContext;
  /** The number in the address, where it has one. */
  id: number;
  /** The SHA-256 in the address; empty where it has none. */
  hash: string;
  query: URLSearchParams;
  /** Of whoever asks. */
  locale: Locale;
}

type Route = (incoming: NextRequest, params: { params: Promise<{ id?: string; hash?: string } | undefined> }) => Promise<NextResponse>;

/** What a script or a frame of the team's pages reads. What is refused is said in JSON, by its status and its reason. */
export function teamRead(answer: (request: TeamReadRequest) => Promise<NextResponse>): Route {
  return async (incoming, { params }) => {
    const requestId = requestIdOf(incoming.headers);
    try {
      const { ctx, session } = await openRequest(incoming, requestId);
      if (session?.kind !== 'live') throw new Forbidden('signed_out');
      const locale = localeOfAccount(session.locale);
      // A route without any has no parameters at all.
      const { id, hash = '' } = (await params) ?? {};
      return await answer({ ctx, id: Number(id), hash, query: incoming.nextUrl.searchParams, locale });
    } catch (error) {
      if (!isRefusal(error)) return refuse(error, { frame: await frameOf(() => incoming.nextUrl.pathname, DEFAULT_LOCALE), method: 'GET', requestId });
      return tell({ reason: 'reason' in error ? error.reason : error.kind }, STATUS[error.kind]);
    }
  };
}

/** An answer for a script. */
export function tell(told: object, status = 200): NextResponse {
  return NextResponse.json(told, { status, headers: PRIVATE_HEADERS });
}
