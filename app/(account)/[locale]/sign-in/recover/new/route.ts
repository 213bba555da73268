import { RecoverNewPage } from '#documents/recovery/recover-new-page.tsx';
import { PasswordRefused } from '#domain/credentials/password/check-new-password.ts';
import { setRecoveredPassword } from '#domain/recovery/set-recovered-password.ts';
import { setRecoveredPasswordForm } from '#model/forms/recovery/set-recovered-password.ts';
import { paths } from '#paths';
import { secretCookie } from '../../../../../_auth/secret-cookies.ts';
import { sessionCookie } from '../../../../../_auth/session-cookie.ts';
import { documentRoute } from '../../../../../_http/document-route.ts';
import { on, submit } from '../../../../../_http/form/submit.ts';
import { recoveryStep, requireRecovery } from '../../../../../_http/recovery/recovery-step.ts';
import { respond } from '../../../../../_http/respond.ts';
import { seeOther } from '../../../../../_http/see-other.ts';

export const GET = documentRoute(paths.recoverNew, async (request) => {
  const { frame, locale } = request;
  const { view, next } = await recoveryStep(request);
  return view !== null && next === paths.recoverNew(locale) ? respond(RecoverNewPage({ frame, view, keep: [], errors: {}, strength: null })) : seeOther(next);
});

export const POST = documentRoute(paths.recoverNew, (request) => {
  const { ctx, locale, frame, ticket, device, secret: replaces } = request;
  const set = on(setRecoveredPasswordForm, async ({ next, confirm, keep }) => {
    const session = await setRecoveredPassword(ctx, { next, confirm, keep, ticket, device, replaces });
    const way = session.half ? paths.confirm(locale, { to: paths.account(locale) }) : `${paths.account(locale)}?signed-in`;
    return seeOther(way, { cookies: [await sessionCookie(ctx.config, session.secret), secretCookie(ctx.config, 'device', session.device)] });
  });
  return submit(request, [set], async (refusal, body) => {
    const strength = refusal instanceof PasswordRefused ? refusal.strength : null;
    return RecoverNewPage({ frame, view: await requireRecovery(request), keep: body.getAll('keep'), errors: refusal.fields, strength });
  });
});
