import { SignOutPage } from '#documents/sign-in/sign-out-page.tsx';
import { signOut } from '#domain/sessions/sign-out.ts';
import { paths } from '#paths';
import { endedCookie } from '../../../_auth/session-cookie.ts';
import { respond, seeOther } from '../../../_http/respond.ts';
import { page } from '../../../_http/page.ts';

export const GET = page(paths.signOut('en'), async ({ frame, session, locale }) =>
  session?.kind === 'live' ? respond(SignOutPage({ frame })) : seeOther(paths.signIn(locale)),
);

/** Ends the session at the server. Who has none is signed out already, and told the same. */
export const POST = page(paths.signOut('en'), async ({ ctx, locale }) => {
  if (ctx.actor.kind === 'account') await signOut(ctx, {});
  return seeOther(paths.signIn(locale, { notice: 'signed_out' }), [endedCookie(ctx.config)], { 'Clear-Site-Data': '"cache", "storage"' });
});
