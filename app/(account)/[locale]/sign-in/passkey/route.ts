import { SignInPage } from '#documents/sign-in/sign-in-page.tsx';
import { askPasskey } from '#domain/sessions/ask-passkey.ts';
import { signInByPasskey } from '#domain/sessions/sign-in-by-passkey.ts';
import { askPasskeyForm, signInByPasskeyForm } from '#model/forms/sign-in-by-passkey.ts';
import { paths } from '#paths';
import { secretCookie } from '../../../../_auth/secret-cookies.ts';
import { sessionCookie } from '../../../../_auth/session-cookie.ts';
import { documentRoute } from '../../../../_http/document-route.ts';
import { seeOther } from '../../../../_http/see-other.ts';
import { on, submit } from '../../../../_http/form/submit.ts';
import { givenPasskey, usePasskey } from '../../../../_http/passkey/use-passkey.ts';

/** A passkey is asked for by a button. */
export const GET = documentRoute(paths.signInPasskey, async ({ locale }) => seeOther(paths.signIn(locale)));

export const POST = documentRoute(paths.signInPasskey, (request) => {
  const { ctx: asked, locale, frame, secret: replaces, device } = request;
  // Whoever signs in is nobody yet, whatever session the browser still holds.
  const ctx = { ...asked, actor: { kind: 'visitor' } as const };
  const ask = on(askPasskeyForm, async () =>
    usePasskey(request, await askPasskey(ctx, {}), { form: signInByPasskeyForm, hidden: {}, back: paths.signIn(locale) }),
  );
  const enter = on(signInByPasskeyForm, async (values) => {
    const { answer, ticket } = givenPasskey(request, values);
    const signedIn = await signInByPasskey(ctx, { answer, ticket, replaces, device });
    const cookies = [await sessionCookie(ctx.config, signedIn.secret), secretCookie(ctx.config, 'device', signedIn.device)];
    return seeOther(`${paths.account(locale)}?signed-in`, { cookies });
  });
  return submit(request, [ask, enter], ({ fields }) => SignInPage({ frame, email: '', errors: fields, notice: null, to: null }));
});
