import { SignInPage } from '#documents/sign-in/sign-in-page.tsx';
import { signIn } from '#domain/sessions/sign-in.ts';
import { paths } from '#paths';
import { sessionCookie } from '../../../_auth/session-cookie.ts';
import { clientOf } from '../../../_http/client.ts';
import { field, submit } from '../../../_http/form.ts';
import { respond, seeOther } from '../../../_http/respond.ts';
import { page } from '../../../_http/page.ts';

const NOTICES = ['asked_again', 'signed_out', 'no_cookies'] as const;

export const GET = page(paths.signIn('en'), async ({ request, locale, frame, session }) => {
  if (session?.kind === 'live') return seeOther(paths.account(locale));
  const asked = new URL(request.url).searchParams.get('notice');
  const notice = session?.kind === 'asked_again' ? 'asked_again' : (NOTICES.find((known) => known === asked) ?? null);
  return respond(SignInPage({ frame, email: '', errors: {}, notice, toGuide: leadsToGuide(request) }));
});

export const POST = page(paths.signIn('en'), (visit) =>
  submit(
    visit,
    async (form) => {
      const credentials = { email: field(form, 'email'), password: field(form, 'password') };
      const { secret } = await signIn(visit.ctx, { ...credentials, ...clientOf(visit.request.headers), replaces: visit.secret });
      const next = leadsToGuide(visit.request) ? paths.password(visit.locale) : paths.account(visit.locale);
      return seeOther(`${next}?signed-in`, [await sessionCookie(visit.ctx.config, secret)]);
    },
    (errors, form) => SignInPage({ frame: visit.frame, email: field(form, 'email').slice(0, 320), errors, notice: null, toGuide: leadsToGuide(visit.request) }),
  ),
);

/** Who came for the guide, a password manager's user by /.well-known/change-password, gets there. One word, and never an address. */
function leadsToGuide(request: Request): boolean {
  return new URL(request.url).searchParams.get('to') === 'password';
}
