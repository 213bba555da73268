import { SignOutPage } from '#documents/sign-in/sign-out-page.tsx';
import { signOut } from '#domain/sessions/sign-out.ts';
import { paths } from '#paths';
import { endedCookie } from '../../../_auth/session-cookie.ts';
import { documentRoute } from '../../../_http/document-route.ts';
import { respond } from '../../../_http/respond.ts';
import { seeOther } from '../../../_http/see-other.ts';

export const GET = documentRoute(paths.signOut, async ({ frame, session, locale }) =>
  session?.kind === 'live' ? respond(SignOutPage({ frame })) : seeOther(paths.signIn(locale)),
);

/** Ends the session at the server, whatever comes with the button. Who has none is signed out already, and told the same. */
export const POST = documentRoute(paths.signOut, async ({ ctx, locale, session }) => {
  if (session?.kind === 'live') await signOut(ctx, {});
  const headers = { 'Clear-Site-Data': '"cache", "storage"' };
  return seeOther(paths.signIn(locale, { notice: 'signed_out' }), { cookies: [endedCookie(ctx.config)], headers });
});
