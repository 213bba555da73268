import { endSession } from '#domain/sessions/end-session.ts';
import { paths } from '#paths';
import { field, readForm } from '../../../../_http/form.ts';
import { seeOther } from '../../../../_http/respond.ts';
import { ownPage } from '../../../../_http/page.ts';

/** The list stands on the account page. */
export const GET = ownPage(paths.sessions('en'), async ({ locale }) => seeOther(paths.account(locale)));

export const POST = ownPage(paths.sessions('en'), async ({ request, ctx, locale }) => {
  await endSession(ctx, { sessionId: field(await readForm(request), 'sessionId') });
  return seeOther(`${paths.account(locale)}?notice=session_ended`);
});
