import { ConfirmPage } from '#documents/sign-in/confirm-page.tsx';
import { GoOnPage } from '#documents/sign-in/go-on-page.tsx';
import { askPasskey } from '#domain/sessions/ask-passkey.ts';
import { stepUp } from '#domain/sessions/step-up.ts';
import { askToConfirmForm, confirmByCodeForm, confirmByPasskeyForm, confirmByPasswordForm } from '#model/forms/confirm.ts';
import { paths } from '#paths';
import { secretCookie } from '../../../../_auth/secret-cookies.ts';
import { sessionCookie } from '../../../../_auth/session-cookie.ts';
import { accountRoute } from '../../../../_http/account-route.ts';
import { confirmOf } from '../../../../_http/confirm/confirm-of.ts';
import { onwardPath } from '../../../../_http/confirm/onward-path.ts';
import { respond } from '../../../../_http/respond.ts';
import { seeOther } from '../../../../_http/see-other.ts';
import { on, submit } from '../../../../_http/form/submit.ts';
import { givenPasskey, usePasskey } from '../../../../_http/passkey/use-passkey.ts';

export const GET = accountRoute(paths.confirm, async (request) =>
  respond(ConfirmPage(confirmOf(request, { to: onwardPath(request.query.get('to'), request.locale), carried: '' }))),
);

export const POST = accountRoute(paths.confirm, (request) => {
  const { ctx, locale, frame, device } = request;
  const confirm = async (given: Parameters<typeof stepUp>[1]['given'], { to, carried }: { to: string; carried: string }) => {
    const stepped = await stepUp(ctx, { given, device });
    const cookies = [await sessionCookie(ctx.config, stepped.secret), ...(stepped.device === null ? [] : [secretCookie(ctx.config, 'device', stepped.device)])];
    const way = onwardPath(to, locale);
    if (carried === '') return seeOther(way, { cookies });
    const response = await respond(GoOnPage({ frame, to: way, fields: [...new URLSearchParams(carried)] }));
    for (const cookie of cookies) response.cookies.set(cookie);
    return response;
  };
  const byPassword = on(confirmByPasswordForm, ({ by, password, ...onward }) => confirm({ by, password }, onward));
  const byCode = on(confirmByCodeForm, ({ by, code, ...onward }) => confirm({ by, code }, onward));
  const ask = on(askToConfirmForm, async ({ to, carried }) => {
    const way = onwardPath(to, locale);
    return usePasskey(request, await askPasskey(ctx, {}), {
      form: confirmByPasskeyForm,
      hidden: { to: way, carried },
      back: paths.confirm(locale, { to: way }),
    });
  });
  const byPasskey = on(confirmByPasskeyForm, (values) => confirm(givenPasskey(request, values), values));
  return submit(request, [byPassword, byCode, ask, byPasskey], ({ fields }, body) =>
    ConfirmPage({ ...confirmOf(request, { to: onwardPath(body.get('to'), locale), carried: body.get('carried') ?? '' }), errors: fields }),
  );
});
