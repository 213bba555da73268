import { AccountPage } from '#documents/account/account-page.tsx';
import { readActivity } from '#domain/sessions/read-activity.ts';
import { readStatus } from '#domain/status/read-status.ts';
import { paths } from '#paths';
import { methodNotAllowed } from '../../../_http/method-not-allowed.ts';
import { respond } from '../../../_http/respond.ts';
import { accountRoute } from '../../../_http/account-route.ts';

const NOTICES = ['restricted', 'session_ended'] as const;

export const GET = accountRoute(paths.account, async ({ query, ctx, frame }) => {
  const asked = query.get('notice');
  const view = await readStatus(ctx, {});
  const activity = ctx.actor.kind === 'account' && ctx.actor.session === 'full' ? await readActivity(ctx, {}) : null;
  return respond(AccountPage({ frame, view, activity, notice: NOTICES.find((known) => known === asked) ?? null }));
});

export const POST = methodNotAllowed('GET, HEAD');
