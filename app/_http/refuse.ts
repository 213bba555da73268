import type { NextResponse } from 'next/server';
import { ErrorPage } from '#documents/shell/error-page.tsx';
import type { Frame } from '#documents/shell/frame.ts';
import { Forbidden, isRefusal, Unavailable, type CandorError } from '#domain/core/errors.ts';
import { paths } from '#paths';
import { describeFault } from './describe-fault.ts';
import { isDatabaseDown } from './is-database-down.ts';
import { respond } from './respond.ts';
import { runtime } from './runtime.ts';
import { seeOther } from './see-other.ts';

interface Refused {
  frame: Frame;
  method: string;
  requestId: string;
}

/** What was thrown, as a document in the site's look; a fault of ours gets the request's id as its reference, which stands in the log. */
export async function refuse(error: unknown, { frame, method, requestId }: Refused): Promise<NextResponse> {
  const refusal = refusalOf(error);
  if (!refusal) {
    runtime().log.error({ fault: describeFault(error), requestId, route: frame.path }, 'fault');
    return respond(ErrorPage({ frame, status: 500, reference: requestId }), 500);
  }
  if (refusal instanceof Forbidden && method !== 'POST') {
    if (refusal.reason === 'signed_out') return seeOther(paths.signIn(frame.locale, { notice: 'signed_out' }));
    if (refusal.reason === 'restricted') return seeOther(`${paths.account(frame.locale)}?notice=restricted`);
  }
  const retry: Record<string, string> = 'retryAfter' in refusal ? { 'Retry-After': String(refusal.retryAfter) } : {};
  const reason = 'reason' in refusal ? refusal.reason : undefined;
  const wait = refusal.kind === 'too_many' ? { retryAfter: refusal.retryAfter } : {};
  return respond(ErrorPage({ frame, status: refusal.status as 403, ...(reason === undefined ? {} : { reason }), ...wait }), refusal.status, retry);
}

/** One of the kinds that a door knows; null: a fault of ours. */
function refusalOf(error: unknown): CandorError | null {
  if (isRefusal(error)) return error;
  return isDatabaseDown(error) ? new Unavailable(5, { cause: error }) : null;
}
