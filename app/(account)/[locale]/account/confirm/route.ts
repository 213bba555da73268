import { ConfirmPage } from '#documents/sign-in/confirm-page.tsx';
import { GoOnPage } from '#documents/sign-in/go-on-page.tsx';
import { stepUp } from '#domain/sessions/step-up.ts';
import { confirmByPasswordForm } from '#model/forms/confirm.ts';
import { paths } from '#paths';
import { secretCookie } from '../../../../_auth/secret-cookies.ts';
import { sessionCookie } from '../../../../_auth/session-cookie.ts';
import { accountRoute } from '../../../../_http/account-route.ts';
import { onwardPath } from '../../../../_http/onward-path.ts';
import { respond } from '../../../../_http/respond.ts';
import { seeOther } from '../../../../_http/see-other.ts';
import { on, submit } from '../../../../_http/form/submit.ts';

export const GET = accountRoute(paths.confirm, async ({ query, frame, locale }) =>
  respond(ConfirmPage({ frame, to: onwardPath(query.get('to'), locale), carried: '', errors: {} })),
);

export const POST = accountRoute(paths.confirm, (request) => {
  const { ctx, locale, frame, device } = request;
  const byPassword = on(confirmByPasswordForm, async ({ password, to, carried }) => {
    const stepped = await stepUp(ctx, { password, device });
    const cookies = [await sessionCookie(ctx.config, stepped.secret), ...(stepped.device === null ? [] : [secretCookie(ctx.config, 'device', stepped.device)])];
    const way = onwardPath(to, locale);
    if (carried === '') return seeOther(way, { cookies });
    const response = await respond(GoOnPage({ frame, to: way, fields: [...new URLSearchParams(carried)] }));
    for (const cookie of cookies) response.cookies.set(cookie);
    return response;
  });
  return submit(request, [byPassword], ({ fields }, body) => {
    const carried = body.get('carried') ?? '';
    return ConfirmPage({ frame, to: onwardPath(body.get('to'), locale), carried, errors: fields });
  });
});
