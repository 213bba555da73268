import { withRenderer } from '#compiler/render/with-renderer.ts';
import { activateAction } from '#domain/actions/activate-action.ts';
import { defineCohort } from '#domain/cohorts/define-cohort.ts';
import type { DoorContext } from '#domain/core/context.ts';
import { publishContent } from '#domain/publishing/publish.ts';
import { pushContent } from '#domain/publishing/push.ts';

/** Publishes `content/` and asks everybody on Android for the upgrade, so that each account has something to be told. */
export async function publishStory(ctx: DoorContext): Promise<void> {
  const { texts, site } = await withRenderer((renderer) => pushContent({ ...ctx, renderer }, {}));
  await publishContent(ctx, { texts, site });
  const { slug: incidentSlug } = await ctx.db.incident.findFirstOrThrow({ orderBy: { detectedAt: 'desc' } });
  const { size: count } = await defineCohort(ctx, { incidentSlug, name: 'everyone', rule: { everyone: true }, dataInvolved: [], toldFirst: false });
  await activateAction(ctx, { incidentSlug, cohort: 'everyone', count, kind: 'upgrade_app', proof: 'current', platform: 'android', fixedVersion: '1.0.0' });
}
