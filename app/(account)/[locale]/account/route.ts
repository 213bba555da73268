import { ACCOUNT_NOTICES, AccountPage } from '#documents/account/account-page.tsx';
import { incidentWindows } from '#documents/account/activity/incident-windows.ts';
import { readActivity } from '#domain/sessions/read-activity.ts';
import { readStatus } from '#domain/status/read-status.ts';
import { paths } from '#paths';
import { methodNotAllowed } from '../../../_http/method-not-allowed.ts';
import { respond } from '../../../_http/respond.ts';
import { accountRoute } from '../../../_http/account-route.ts';

export const GET = accountRoute(paths.account, async ({ query, ctx, frame }) => {
  const asked = query.get('notice');
  const view = await readStatus(ctx, {});
  const activity = await readActivity(ctx, { windows: incidentWindows(view) });
  return respond(AccountPage({ frame, view, activity, notice: ACCOUNT_NOTICES.find((known) => known === asked) ?? null }));
});

export const POST = methodNotAllowed('GET, HEAD');
