import { GuideNewPage } from '#documents/password/guide-new-page.tsx';
import { changePassword } from '#domain/password-change/change-password.ts';
import { PasswordRefused } from '#domain/credentials/password/check-new-password.ts';
import { readGuide } from '#domain/password-change/read-guide.ts';
import { paths } from '#paths';
import { sessionCookie } from '../../../../../_auth/session-cookie.ts';
import { field, submit } from '../../../../../_http/submit.ts';
import { respond } from '../../../../../_http/respond.ts';
import { seeOther } from '../../../../../_http/see-other.ts';
import { accountRoute } from '../../../../../_http/account-route.ts';

export const GET = accountRoute(paths.passwordNew, async ({ ctx, frame, locale }) => {
  const guide = await readGuide(ctx, {});
  return guide.proved ? respond(GuideNewPage({ frame, guide, errors: {}, strength: null, signOutOthers: true })) : seeOther(paths.passwordProof(locale));
});

export const POST = accountRoute(paths.passwordNew, (request) =>
  submit(
    request,
    async (form) => {
      const { ctx, locale } = request;
      const { secret } = await changePassword(ctx, {
        next: field(form, 'next'),
        confirm: field(form, 'confirm'),
        signOutOthers: field(form, 'signOutOthers') === 'on',
      });
      return seeOther(paths.passwordDone(locale), { cookie: await sessionCookie(ctx.config, secret) });
    },
    async (errors, form, refusal) =>
      GuideNewPage({
        frame: request.frame,
        guide: await readGuide(request.ctx, {}),
        errors,
        strength: refusal instanceof PasswordRefused ? refusal.strength : null,
        signOutOthers: field(form, 'signOutOthers') === 'on',
      }),
  ),
);
