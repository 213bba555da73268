import { EnrolPage } from '#documents/sign-in/enrol-page.tsx';
import { PasswordRefused } from '#domain/credentials/password/check-new-password.ts';
import { enrol } from '#domain/sessions/enrol.ts';
import { paths } from '#paths';
import { sessionCookie } from '../../../../_auth/session-cookie.ts';
import { clientOf } from '../../../../_http/client.ts';
import { field, submit } from '../../../../_http/submit.ts';
import { respond } from '../../../../_http/respond.ts';
import { seeOther } from '../../../../_http/see-other.ts';
import { documentRoute } from '../../../../_http/document-route.ts';

export const GET = documentRoute(paths.enrol, async ({ frame }) => respond(EnrolPage({ frame, email: '', errors: {}, strength: null })));

export const POST = documentRoute(paths.enrol, (request) =>
  submit(
    request,
    async (form) => {
      const input = { email: field(form, 'email'), code: field(form, 'code'), next: field(form, 'next'), confirm: field(form, 'confirm') };
      const { secret } = await enrol(request.ctx, { ...input, ...clientOf(request.incoming.headers), replaces: request.secret });
      return seeOther(`${paths.account(request.locale)}?signed-in`, { cookie: await sessionCookie(request.ctx.config, secret) });
    },
    (errors, form, refusal) =>
      EnrolPage({
        frame: request.frame,
        email: field(form, 'email').slice(0, 320),
        errors,
        strength: refusal instanceof PasswordRefused ? refusal.strength : null,
      }),
  ),
);
