import { after } from 'next/server';
import { SignInPage } from '#documents/sign-in/sign-in-page.tsx';
import { signIn } from '#domain/sessions/sign-in.ts';
import { signInForm } from '#model/forms/sign-in.ts';
import { oneOf } from '#model/one-of.ts';
import { DESTINATIONS, type Destination, paths, teamPaths } from '#paths';
import { sessionCookie } from '../../../_auth/session-cookie.ts';
import { secretCookie } from '../../../_auth/secret-cookies.ts';
import { documentRoute } from '../../../_http/document-route.ts';
import { respond } from '../../../_http/respond.ts';
import { runtime } from '../../../_http/runtime.ts';
import { seeOther } from '../../../_http/see-other.ts';
import { askBreaches } from './ask-breaches.ts';
import { on, submit } from '../../../_http/form/submit.ts';
import { typedEmail } from '../../../_http/form/typed-email.ts';

const NOTICES = ['asked_again', 'signed_out', 'no_cookies'] as const;

export const GET = documentRoute(paths.signIn, async ({ query, locale, frame, session }) => {
  if (session?.kind === 'live') return seeOther(paths.account(locale));
  const asked = query.get('notice');
  const notice = session?.kind === 'asked_again' ? 'asked_again' : (NOTICES.find((known) => known === asked) ?? null);
  return respond(SignInPage({ frame, email: '', errors: {}, notice, to: destinationOf(query) }));
});

export const POST = documentRoute(paths.signIn, (request) => {
  const { query, ctx, locale, frame, secret: replaces, device } = request;
  const to = destinationOf(query);
  const enter = on(signInForm, async (credentials) => {
    const signedIn = await signIn(ctx, { ...credentials, replaces, device });
    const { accountId, passwordVersion, breachDue } = signedIn;
    if (breachDue && ctx.config.breachService) after(() => askBreaches(ctx, runtime().log, { accountId, passwordVersion, password: credentials.password }));
    const next = to === 'studio' ? teamPaths.studio() : paths[to ?? 'account'](locale);
    const way = signedIn.half ? `${paths.confirm(locale, { to: next })}&signed-in` : `${next}?signed-in`;
    const cookies = [await sessionCookie(ctx.config, signedIn.secret), secretCookie(ctx.config, 'device', signedIn.device)];
    return seeOther(way, { cookies });
  });
  return submit(request, [enter], ({ fields }, body) => SignInPage({ frame, email: typedEmail(body), errors: fields, notice: null, to }));
});

/** Who came for the guide, a password manager's user by /.well-known/change-password, or for the team's pages gets there. One word, and never an address. */
function destinationOf(query: URLSearchParams): Destination | null {
  return oneOf(DESTINATIONS, query.get('to') ?? '');
}
