import { TakeBackPage } from '#documents/address/take-back-page.tsx';
import { askTakeBack } from '#domain/address-change/ask-take-back.ts';
import { takeBack } from '#domain/address-change/take-back.ts';
import { askTakeBackForm } from '#model/forms/address/ask-take-back.ts';
import { takeBackForm } from '#model/forms/address/take-back.ts';
import { paths } from '#paths';
import { secretCookie } from '../../../../_auth/secret-cookies.ts';
import { sessionCookie } from '../../../../_auth/session-cookie.ts';
import { documentRoute } from '../../../../_http/document-route.ts';
import { respond } from '../../../../_http/respond.ts';
import { seeOther } from '../../../../_http/see-other.ts';
import { on, submit } from '../../../../_http/form/submit.ts';
import { typedEmail } from '../../../../_http/form/typed-email.ts';

export const GET = documentRoute(paths.takeBack, async ({ query, frame }) =>
  respond(TakeBackPage({ frame, asked: query.has('code-sent'), email: '', errors: {} })),
);

export const POST = documentRoute(paths.takeBack, (request) => {
  const { ctx, locale, frame, secret: replaces, device, ticket } = request;
  const ask = on(askTakeBackForm, async ({ email }) => {
    const asked = await askTakeBack(ctx, { email, locale, replaces: ticket, device });
    return seeOther(`${paths.takeBack(locale)}?code-sent`, { cookies: [secretCookie(ctx.config, 'code', asked.ticket)] });
  });
  // The password of before is gone with the address that was given back: the next one is asked for at once.
  const take = on(takeBackForm, async ({ code, password }) => {
    const taken = await takeBack(ctx, { code, password, ticket, replaces, device });
    const way = taken.half ? paths.confirm(locale, { to: paths.passwordNew(locale) }) : paths.passwordNew(locale);
    return seeOther(way, { cookies: [await sessionCookie(ctx.config, taken.secret), secretCookie(ctx.config, 'device', taken.device)] });
  });
  return submit(request, [ask, take], ({ fields }, body) =>
    TakeBackPage({ frame, asked: body.get('step') === 'take', email: typedEmail(body), errors: fields }),
  );
});
