import { EnrolPage } from '#documents/sign-in/enrol-page.tsx';
import { PasswordRefused } from '#domain/credentials/password/check-new-password.ts';
import { enrol } from '#domain/sessions/enrol.ts';
import { enrolForm } from '#model/forms/enrol.ts';
import { paths } from '#paths';
import { sessionCookie } from '../../../../_auth/session-cookie.ts';
import { clientOf } from '../../../../_http/client.ts';
import { documentRoute } from '../../../../_http/document-route.ts';
import { respond } from '../../../../_http/respond.ts';
import { seeOther } from '../../../../_http/see-other.ts';
import { on, submit } from '../../../../_http/form/submit.ts';
import { typedEmail } from '../../../../_http/form/typed-email.ts';

export const GET = documentRoute(paths.enrol, async ({ frame }) => respond(EnrolPage({ frame, email: '', errors: {}, strength: null })));

export const POST = documentRoute(paths.enrol, (request) => {
  const { incoming, ctx, locale, frame, secret: replaces } = request;
  const enter = on(enrolForm, async (input) => {
    const { secret } = await enrol(ctx, { ...input, ...clientOf(incoming.headers), replaces });
    return seeOther(`${paths.account(locale)}?signed-in`, { cookie: await sessionCookie(ctx.config, secret) });
  });
  return submit(request, [enter], (refusal, body) => {
    const strength = refusal instanceof PasswordRefused ? refusal.strength : null;
    return EnrolPage({ frame, email: typedEmail(body), errors: refusal.fields, strength });
  });
});
