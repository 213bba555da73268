import type { ReactElement } from 'react';
import { RefusalPage } from '#documents/shell/refusal-page.tsx';
import type { Frame } from '#ui/page/frame.ts';
import { policyOf } from '#documents/shell/policy.ts';
import { Forbidden, isRefusal, Unavailable, type CandorError } from '#domain/core/errors.ts';
import { paths } from '#paths';
import { isDatabaseDown } from './database-down.ts';
import { describeFault } from './describe-fault.ts';
import { runtime } from './runtime.ts';

/** Every private answer: never kept, never framed, never sniffed. */
const PRIVATE = { 'Cache-Control': 'no-store', 'X-Content-Type-Options': 'nosniff', 'Referrer-Policy': 'same-origin' };

/** A whole document. The policy lets in the one stylesheet and forms to ourselves. */
export async function respond(element: ReactElement, status = 200, headers: Record<string, string> = {}): Promise<Response> {
  // A static import of react-dom/server fails Next's build.
  const { renderToStaticMarkup } = await import('react-dom/server');
  const { hash } = await runtime().stylesheet;
  const csp = policyOf({ styleHash: hash, forms: true });
  return new Response(`<!doctype html>${renderToStaticMarkup(element)}`, {
    status,
    headers: { ...PRIVATE, 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': csp, ...headers },
  });
}

/** 303: the browser follows with a GET, and a reload repeats nothing. */
export function seeOther(path: string, cookies: string[] = [], headers: Record<string, string> = {}): Response {
  const response = new Response(null, { status: 303, headers: { ...PRIVATE, Location: path, ...headers } });
  for (const cookie of cookies) response.headers.append('Set-Cookie', cookie);
  return response;
}

/** What was thrown, as one of the kinds that a door knows; null: a fault of ours. */
export function refusalOf(error: unknown): CandorError | null {
  if (isRefusal(error)) return error;
  return isDatabaseDown(error) ? new Unavailable(5, { cause: error }) : null;
}

/** An error as a document in the site's look; a fault gets a reference id that stands in the log. */
export async function respondError(error: unknown, frame: Frame, request: Request, requestId: string): Promise<Response> {
  const refusal = refusalOf(error);
  if (!refusal) {
    runtime().log.error({ fault: describeFault(error), requestId, route: frame.path }, 'fault');
    return respond(RefusalPage({ frame, status: 500, reference: requestId }), 500);
  }
  if (refusal instanceof Forbidden && request.method !== 'POST') {
    if (refusal.reason === 'signed_out') return seeOther(paths.signIn(frame.locale, { notice: 'signed_out' }));
    if (refusal.reason === 'restricted') return seeOther(`${paths.account(frame.locale)}?notice=restricted`);
  }
  const retry: Record<string, string> = 'retryAfter' in refusal ? { 'Retry-After': String(refusal.retryAfter) } : {};
  const reason = 'reason' in refusal ? refusal.reason : undefined;
  const wait = refusal.kind === 'too_many' ? { retryAfter: refusal.retryAfter } : {};
  return respond(RefusalPage({ frame, status: refusal.status, ...(reason === undefined ? {} : { reason }), ...wait }), refusal.status, retry);
}
