import { GuideDonePage } from '#documents/password/guide-done-page.tsx';
import { readChange } from '#domain/password-change/read-change.ts';
import { readStatus } from '#domain/status/read-status.ts';
import { paths } from '#paths';
import { methodNotAllowed } from '../../../../../_http/refusals.ts';
import { respond, seeOther } from '../../../../../_http/respond.ts';
import { ownPage } from '../../../../../_http/page.ts';

/** The receipt is read from what happened: a reload, a bookmark and another device show the same. Who is asked for a change has none yet. */
export const GET = ownPage(paths.passwordDone('en'), async ({ ctx, frame, locale }) => {
  const change = ctx.actor.kind === 'account' && ctx.actor.session === 'restricted' ? null : await readChange(ctx, {});
  return change ? respond(GuideDonePage({ frame, view: await readStatus(ctx, {}), change })) : seeOther(paths.password(locale));
});

export const POST = methodNotAllowed('GET, HEAD');
