import { GuideNewPage } from '#documents/password/guide-new-page.tsx';
import { PasswordRefused } from '#domain/credentials/password/check-new-password.ts';
import { changePassword } from '#domain/password-change/change-password.ts';
import { readGuide } from '#domain/password-change/read-guide.ts';
import { newPasswordForm } from '#model/forms/new-password.ts';
import { paths } from '#paths';
import { sessionCookie } from '../../../../../_auth/session-cookie.ts';
import { accountRoute } from '../../../../../_http/account-route.ts';
import { respond } from '../../../../../_http/respond.ts';
import { seeOther } from '../../../../../_http/see-other.ts';
import { on, submit } from '../../../../../_http/form/submit.ts';

export const GET = accountRoute(paths.passwordNew, async ({ ctx, frame, locale, device }) => {
  const guide = await readGuide(ctx, { device });
  if (!guide.proved) return seeOther(paths.passwordProof(locale));
  if (guide.additions.length > 0) return seeOther(paths.passwordYours(locale));
  return respond(GuideNewPage({ frame, guide, errors: {}, strength: null, signOutOthers: true }));
});

export const POST = accountRoute(paths.passwordNew, (request) => {
  const { ctx, locale, frame, device } = request;
  const change = on(newPasswordForm, async ({ next, confirm, keep, signOutOthers }) => {
    const { secret } = await changePassword(ctx, { next, confirm, keep, device, signOutOthers });
    return seeOther(paths.passwordDone(locale), { cookies: [await sessionCookie(ctx.config, secret)] });
  });
  return submit(request, [change], async (refusal, body) => {
    const strength = refusal instanceof PasswordRefused ? refusal.strength : null;
    const again = { keep: body.getAll('keep'), signOutOthers: body.get('signOutOthers') === 'on' };
    return GuideNewPage({ frame, guide: await readGuide(ctx, { device }), errors: refusal.fields, strength, ...again });
  });
});
