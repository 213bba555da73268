import { EmailPage } from '#documents/address/email-page.tsx';
import { askForAddress } from '#domain/address-change/ask-for-address.ts';
import { changeAddress } from '#domain/address-change/change-address.ts';
import { readAddress } from '#domain/address-change/read-address.ts';
import { askForAddressForm } from '#model/forms/address/ask-for-address.ts';
import { changeAddressForm } from '#model/forms/address/change-address.ts';
import { paths } from '#paths';
import { secretCookie } from '../../../../_auth/secret-cookies.ts';
import { accountRoute } from '../../../../_http/account-route.ts';
import { respond } from '../../../../_http/respond.ts';
import { seeOther } from '../../../../_http/see-other.ts';
import { on, submit } from '../../../../_http/form/submit.ts';
import { typedEmail } from '../../../../_http/form/typed-email.ts';

export const GET = accountRoute(paths.email, async ({ query, ctx, frame }) => {
  const { email, asked } = await readAddress(ctx, {});
  return respond(EmailPage({ frame, email, asked: query.has('another') ? null : asked, typed: '', errors: {} }));
});

export const POST = accountRoute(paths.email, (request) => {
  const { ctx, locale, frame, ticket } = request;
  const ask = on(askForAddressForm, async ({ email }) => {
    const asked = await askForAddress(ctx, { email, replaces: ticket });
    return seeOther(paths.email(locale), { cookies: [secretCookie(ctx.config, 'code', asked.ticket)] });
  });
  const change = on(changeAddressForm, async ({ code }) => {
    await changeAddress(ctx, { code, ticket });
    return seeOther(`${paths.account(locale)}?notice=address_changed`);
  });
  return submit(request, [ask, change], async ({ fields }, body) => {
    const { email, asked } = await readAddress(ctx, {});
    return EmailPage({ frame, email, asked: body.get('step') === 'change' ? asked : null, typed: typedEmail(body), errors: fields });
  });
});
