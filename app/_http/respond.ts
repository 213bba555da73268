import { NextResponse } from 'next/server';
import type { ReactElement } from 'react';
import { policyOf } from '#documents/shell/policy.ts';
import { PRIVATE_HEADERS } from './private-headers.ts';
import { runtime } from './runtime.ts';

/** A whole document. The policy lets in the one stylesheet, and forms to ourselves. */
export async function respond(element: ReactElement, status = 200, headers: Record<string, string> = {}): Promise<NextResponse> {
  // A static import of react-dom/server fails Next's build.
  const { renderToStaticMarkup } = await import('react-dom/server');
  const { hash } = await runtime().stylesheet;
  const own = { 'Content-Type': 'text/html; charset=utf-8', 'Content-Security-Policy': policyOf({ styleHash: hash, forms: true }) };
  return new NextResponse(`<!doctype html>${renderToStaticMarkup(element)}`, { status, headers: { ...PRIVATE_HEADERS, ...own, ...headers } });
}
