import type { NextResponse } from 'next/server';
import type { ComponentProps } from 'react';
import { UsePasskeyPage } from '#documents/sign-in/use-passkey-page.tsx';
import type { askPasskey } from '#domain/sessions/ask-passkey.ts';
import { heldSecret } from '../../_auth/secret-cookies.ts';
import type { PrivateRequest } from '../private-request.ts';
import { respondWithPasskey } from './respond-with-passkey.ts';

type Shown = Pick<ComponentProps<typeof UsePasskeyPage>, 'form' | 'hidden' | 'back'>;

/** The page that asks the browser for the passkey that was just asked for. */
export function usePasskey({ frame }: PrivateRequest, { ticket, options }: Awaited<ReturnType<typeof askPasskey>>, shown: Shown): Promise<NextResponse> {
  return respondWithPasskey(ticket, (script) => UsePasskeyPage({ frame, ...shown, options: JSON.stringify(options), script }));
}

/** What the browser answered, with what its cookie holds. */
export function givenPasskey({ incoming, ctx }: PrivateRequest, { by, answer }: { by: 'passkey'; answer: string }) {
  return { by, answer, ticket: heldSecret(incoming.cookies, ctx.config, 'passkey') };
}
