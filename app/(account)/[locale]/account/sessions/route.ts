import { endSession } from '#domain/sessions/end-session.ts';
import { paths } from '#paths';
import { field, readForm } from '../../../../_http/submit.ts';
import { seeOther } from '../../../../_http/see-other.ts';
import { accountRoute } from '../../../../_http/account-route.ts';

/** The list stands on the account page. */
export const GET = accountRoute(paths.sessions, async ({ locale }) => seeOther(paths.account(locale)));

export const POST = accountRoute(paths.sessions, async ({ incoming, ctx, locale }) => {
  await endSession(ctx, { sessionId: field(await readForm(incoming), 'sessionId') });
  return seeOther(`${paths.account(locale)}?notice=session_ended`);
});
