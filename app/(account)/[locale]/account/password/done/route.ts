import { GuideDonePage } from '#documents/password/guide-done-page.tsx';
import { readChange } from '#domain/password-change/read-change.ts';
import { readStatus } from '#domain/status/read-status.ts';
import { paths } from '#paths';
import { methodNotAllowed } from '../../../../../_http/method-not-allowed.ts';
import { respond } from '../../../../../_http/respond.ts';
import { seeOther } from '../../../../../_http/see-other.ts';
import { accountRoute } from '../../../../../_http/account-route.ts';

/** The receipt is read from what happened: a reload, a bookmark and another device show the same. Who is asked for a change has none yet. */
export const GET = accountRoute(paths.passwordDone, async ({ ctx, frame, locale }) => {
  const change = ctx.actor.kind === 'account' && ctx.actor.session === 'restricted' ? null : await readChange(ctx, {});
  return change ? respond(GuideDonePage({ frame, view: await readStatus(ctx, {}), change })) : seeOther(paths.password(locale));
});

export const POST = methodNotAllowed('GET, HEAD');
