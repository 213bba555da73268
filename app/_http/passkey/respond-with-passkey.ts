import type { NextResponse } from 'next/server';
import type { ReactElement } from 'react';
import { policyOf } from '#documents/shell/policy.ts';
import { secretCookie } from '../../_auth/secret-cookies.ts';
import { respond } from '../respond.ts';
import { runtime } from '../runtime.ts';

/** A document on which a script asks the browser for a passkey: its policy lets in that script and no other. By the ticket in its cookie the answer is known again. */
export async function respondWithPasskey(ticket: string, draw: (script: string) => ReactElement): Promise<NextResponse> {
  const { config, stylesheet, passkeyScript } = runtime();
  const [{ hash }, { path }] = await Promise.all([stylesheet, passkeyScript]);
  const policy = policyOf({ styleHash: hash, forms: true, onlyScript: `${config.url.origin}${path}` });
  const response = await respond(draw(path), 200, { 'Content-Security-Policy': policy });
  response.cookies.set(secretCookie(config, 'passkey', ticket));
  return response;
}
