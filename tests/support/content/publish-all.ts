import type { DoorContext } from '#domain/core/context.ts';
import { makeEdition, type PublishView } from '#domain/publishing/make-edition.ts';
import type { NamedText } from '#domain/publishing/named-text.ts';

interface Named {
  texts: readonly NamedText[];
  site?: number;
}

/** Makes what is named public, for a test that is about something else than who may. */
export async function publishAll(ctx: DoorContext, { texts, site }: Named): Promise<PublishView> {
  const [{ now }] = await ctx.db.$queryRaw<[{ now: Date }]>`SELECT date_trunc('milliseconds', clock_timestamp()) AS now`;
  return ctx.db.$transaction((tx) => makeEdition(tx, { ...ctx, now: ctx.now ?? now }, { texts, site }), { timeout: 60_000 });
}
