import { policyOf } from '#documents/shell/policy.ts';
import { heldSecret } from '../_auth/secret-cookies.ts';
import type { PrivateRequest } from './private-request.ts';
import { runtime } from './runtime.ts';

/** The code that the browser of somebody without an account holds; null where it holds none. */
export function codeOf({ incoming, ctx }: Pick<PrivateRequest, 'incoming' | 'ctx'>): string | null {
  return heldSecret(incoming.cookies, ctx.config, 'review');
}

/** Of what they read: found by no engine, and with the page in a frame of its own. */
export async function outsideHeaders(): Promise<Record<string, string>> {
  const { hash } = await runtime().stylesheet;
  const policy = `${policyOf({ styleHash: hash, forms: true })}; frame-src 'self'`;
  return { 'Content-Security-Policy': policy, 'X-Robots-Tag': 'noindex, noarchive' };
}
