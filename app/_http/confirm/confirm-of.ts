import type { ConfirmPageProps, Onward } from '#documents/sign-in/confirm-page.tsx';
import type { PrivateRequest } from '../private-request.ts';

/** What the page asks that wants to know once more who is there. */
export function confirmOf({ frame, ctx: { actor } }: PrivateRequest, onward: Onward): ConfirmPageProps {
  const isAccount = actor.kind === 'account';
  return { frame, ...onward, byFactor: isAccount && actor.hasFactor, half: isAccount && actor.session === 'half', errors: {} };
}
