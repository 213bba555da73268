import type { NextResponse } from 'next/server';
import type { ReactElement } from 'react';
import { policyOf } from '#documents/shell/policy.ts';
import { respond } from './respond.ts';
import { runtime } from './runtime.ts';

/** A document on which a script asks the browser for a passkey: its policy lets in that script and no other. */
export async function respondWithPasskey(draw: (script: string) => ReactElement, status = 200): Promise<NextResponse> {
  const { config, stylesheet, passkeyScript } = runtime();
  const [{ hash }, { path }] = await Promise.all([stylesheet, passkeyScript]);
  const policy = policyOf({ styleHash: hash, forms: true, onlyScript: `${config.url.origin}${path}` });
  return respond(draw(path), status, { 'Content-Security-Policy': policy });
}
