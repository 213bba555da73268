import { SignInPage } from '#documents/sign-in/sign-in-page.tsx';
import { signIn } from '#domain/sessions/sign-in.ts';
import { paths } from '#paths';
import { sessionCookie } from '../../../_auth/session-cookie.ts';
import { clientOf } from '../../../_http/client.ts';
import { field, submit } from '../../../_http/submit.ts';
import { respond } from '../../../_http/respond.ts';
import { seeOther } from '../../../_http/see-other.ts';
import { documentRoute } from '../../../_http/document-route.ts';

const NOTICES = ['asked_again', 'signed_out', 'no_cookies'] as const;

export const GET = documentRoute(paths.signIn, async ({ query, locale, frame, session }) => {
  if (session?.kind === 'live') return seeOther(paths.account(locale));
  const asked = query.get('notice');
  const notice = session?.kind === 'asked_again' ? 'asked_again' : (NOTICES.find((known) => known === asked) ?? null);
  return respond(SignInPage({ frame, email: '', errors: {}, notice, toGuide: leadsToGuide(query) }));
});

export const POST = documentRoute(paths.signIn, (request) =>
  submit(
    request,
    async (form) => {
      const credentials = { email: field(form, 'email'), password: field(form, 'password') };
      const { secret } = await signIn(request.ctx, { ...credentials, ...clientOf(request.incoming.headers), replaces: request.secret });
      const next = leadsToGuide(request.query) ? paths.password(request.locale) : paths.account(request.locale);
      return seeOther(`${next}?signed-in`, { cookie: await sessionCookie(request.ctx.config, secret) });
    },
    (errors, form) =>
      SignInPage({ frame: request.frame, email: field(form, 'email').slice(0, 320), errors, notice: null, toGuide: leadsToGuide(request.query) }),
  ),
);

/** Who came for the guide, a password manager's user by /.well-known/change-password, gets there. One word, and never an address. */
function leadsToGuide(query: URLSearchParams): boolean {
  return query.get('to') === 'password';
}
