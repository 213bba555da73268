import type { NextResponse } from 'next/server';
import { RefusalPage } from '#documents/shell/refusal-page.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { type CandorError, Forbidden, isRefusal } from '#domain/core/errors.ts';
import { describeFault } from '#server/describe-fault.ts';
import { paths } from '#paths';
import { respond } from './respond.ts';
import { runtime } from './runtime.ts';
import { seeOther } from './see-other.ts';

/** How each refusal looks from outside. */
export const STATUS = {
  invalid: 422,
  not_found: 404,
  forbidden: 403,
  conflict: 409,
  too_many: 429,
  unavailable: 503,
} as const satisfies Record<CandorError['kind'], number>;

interface Refused {
  frame: Frame;
  method: string;
  requestId: string;
}

/** What was thrown, as a document in the site's look; a fault of ours gets the request's id as its reference, which stands in the log. */
export async function refuse(error: unknown, { frame, method, requestId }: Refused): Promise<NextResponse> {
  if (!isRefusal(error)) {
    runtime().log.error({ err: error, requestId, route: frame.path }, 'fault');
    return respond(RefusalPage({ frame, status: 500, reference: requestId }), 500);
  }
  if (error.kind === 'unavailable') {
    const { name, codes, message } = describeFault(error.cause);
    runtime().log.warn({ fault: { name, codes, message }, requestId, route: frame.path }, 'unavailable');
  }
  const status = STATUS[error.kind];
  if (error instanceof Forbidden && method !== 'POST') {
    if (error.reason === 'half' || error.reason === 'step_up') return seeOther(paths.confirm(frame.locale, { to: frame.path }));
    if (error.reason === 'signed_out') return seeOther(paths.signIn(frame.locale, { notice: 'signed_out' }));
    if (error.reason === 'enrolling') return seeOther(paths.factors(frame.locale));
    if (error.reason === 'restricted') return seeOther(`${paths.account(frame.locale)}?notice=restricted`);
  }
  const retry: Record<string, string> = 'retryAfter' in error ? { 'Retry-After': String(error.retryAfter) } : {};
  const reason = 'reason' in error ? error.reason : undefined;
  const wait = error.kind === 'too_many' ? { retryAfter: error.retryAfter } : {};
  return respond(RefusalPage({ frame, status, ...(reason === undefined ? {} : { reason }), ...wait }), status, retry);
}
