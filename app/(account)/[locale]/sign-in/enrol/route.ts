import { EnrolPage } from '#documents/sign-in/enrol-page.tsx';
import { PasswordRefused } from '#domain/credentials/password/check-new-password.ts';
import { enrol } from '#domain/sessions/enrol.ts';
import { paths } from '#paths';
import { sessionCookie } from '../../../../_auth/session-cookie.ts';
import { clientOf } from '../../../../_http/client.ts';
import { field, submit } from '../../../../_http/form.ts';
import { respond, seeOther } from '../../../../_http/respond.ts';
import { page } from '../../../../_http/page.ts';

export const GET = page(paths.enrol('en'), async ({ frame }) => respond(EnrolPage({ frame, email: '', errors: {}, strength: null })));

export const POST = page(paths.enrol('en'), (visit) =>
  submit(
    visit,
    async (form) => {
      const input = { email: field(form, 'email'), code: field(form, 'code'), next: field(form, 'next'), confirm: field(form, 'confirm') };
      const { secret } = await enrol(visit.ctx, { ...input, ...clientOf(visit.request.headers), replaces: visit.secret });
      return seeOther(`${paths.account(visit.locale)}?signed-in`, [await sessionCookie(visit.ctx.config, secret)]);
    },
    (errors, form, refusal) =>
      EnrolPage({
        frame: visit.frame,
        email: field(form, 'email').slice(0, 320),
        errors,
        strength: refusal instanceof PasswordRefused ? refusal.strength : null,
      }),
  ),
);
