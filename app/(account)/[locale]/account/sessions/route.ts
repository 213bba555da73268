import { endSession } from '#domain/sessions/end-session.ts';
import { endSessionForm } from '#model/forms/end-session.ts';
import { paths } from '#paths';
import { accountRoute } from '../../../../_http/account-route.ts';
import { readBody } from '../../../../_http/form/read-body.ts';
import { seeOther } from '../../../../_http/see-other.ts';
import { valuesOf } from '../../../../_http/form/values-of.ts';

/** The list stands on the account page. */
export const GET = accountRoute(paths.sessions, async ({ locale }) => seeOther(paths.account(locale)));

export const POST = accountRoute(paths.sessions, async ({ incoming, ctx, locale }) => {
  await endSession(ctx, valuesOf(endSessionForm, await readBody(incoming, endSessionForm.maxBytes)));
  return seeOther(`${paths.account(locale)}?notice=session_ended`);
});
